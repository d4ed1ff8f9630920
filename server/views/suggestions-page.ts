import { findActorNames } from '../../db/queries/actors.ts'
import { countSuggestions, listSuggestions } from '../../db/queries/suggestions.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { NameOf } from '../../domain/compare/fields.ts'
import { optionLabel } from '../../domain/entries/options.ts'
import type { Deps } from '../deps.ts'
import { readableDraft } from '../usecases/drafts/draft-for.ts'
import { draftOptions } from './draft-options.ts'
import { hiddenWords } from './hidden-words.ts'
import type { SuggestionView } from './suggestion-view.ts'
import { suggestionView } from './suggestion-view.ts'

/** Suggestions on one page. */
const pageSize = 25

export interface SuggestionsPage {
  draft: { id: string; title: string; state: string }
  which: 'open' | 'ended'
  open: number
  ended: number
  page: number
  pages: number
  suggestions: SuggestionView[]
  mayMake: boolean
  /** Somebody may decide on some of them here. */
  mayDecide: boolean
  /** A ballot is open: what is accepted goes into the draft, not into the text under vote. */
  underBallot: boolean
}

/** The suggestions for a draft. @param page 1-based. @throws AppError `signed-out`, `not-found`. */
export async function suggestionsPage(
  deps: Deps,
  viewer: Viewer | null,
  draftId: string,
  ask: { which?: string | undefined; page?: number | undefined } = {},
): Promise<SuggestionsPage> {
  const q = deps.store.read
  const { draft, thing } = await readableDraft(q, viewer, draftId)
  const counts = await countSuggestions(q, draftId)
  const sum = (isOpen: boolean) =>
    counts.filter(({ state }) => (state === 'open') === isOpen).reduce((all, { n }) => all + n, 0)
  const [open, ended] = [sum(true), sum(false)]
  const which = ask.which === 'ended' ? 'ended' : 'open'
  const pages = Math.max(1, Math.ceil((which === 'open' ? open : ended) / pageSize))
  const page = Math.min(Math.max(1, Math.trunc(ask.page ?? 1) || 1), pages)
  const [rows, { content }, { options }] = await Promise.all([
    listSuggestions(q, draftId, which, { offset: (page - 1) * pageSize, limit: pageSize }),
    deps.collab.readDraft(draftId),
    draftOptions(deps, draft.kind),
  ])
  const names = await findActorNames(
    q,
    rows.flatMap(({ authorId, madeBy, decidedBy }) => [authorId, madeBy, ...(decidedBy ? [decidedBy] : [])]),
  )
  const nameOf: NameOf = (source, value) => optionLabel(options[source], value)
  const hidden = await hiddenWords(
    q,
    viewer,
    rows.map(({ id, madeBy }) => ({ thing: `suggestion/${id}`, authorId: madeBy })),
  )
  const frame = {
    kind: draft.kind,
    draft: thing,
    content,
    options,
    nameOf,
    names,
    viewer,
    hidden,
  }
  const suggestions = rows.flatMap((row) => suggestionView(row, frame) ?? [])
  return {
    draft: { id: draft.id, title: content.title, state: draft.state },
    which,
    open,
    ended,
    page,
    pages,
    suggestions,
    mayMake: can(viewer, 'suggestion.make', thing),
    mayDecide: suggestions.some(({ mayDecide }) => mayDecide),
    underBallot: draft.state === 'ballot-open',
  }
}
