import type { Deps } from '../deps.ts'
import { acceptSuggestion } from '../usecases/suggestions/accept-suggestion.ts'
import { decideSeveral } from '../usecases/suggestions/decide-several.ts'
import { declineSuggestion } from '../usecases/suggestions/decline-suggestion.ts'
import { makeSuggestion } from '../usecases/suggestions/make-suggestion.ts'
import { renewSuggestion } from '../usecases/suggestions/renew-suggestion.ts'
import { withdrawSuggestion } from '../usecases/suggestions/withdraw-suggestion.ts'
import { newSuggestionPage } from '../views/new-suggestion-page.ts'
import { suggestionsPage } from '../views/suggestions-page.ts'
import { bind } from './bind.ts'

/** Suggested wordings and what becomes of them. */
export const suggestionServices = (deps: Deps) =>
  bind(deps, {
    makeSuggestion,
    acceptSuggestion,
    declineSuggestion,
    withdrawSuggestion,
    renewSuggestion,
    decideSeveral,
    newSuggestionPage,
    suggestionsPage,
  })
