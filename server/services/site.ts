import type { Deps } from '../deps.ts'
import { turnSwitch } from '../usecases/site/turn-switch.ts'
import { wordText } from '../usecases/site/word-text.ts'
import {
  addToVocabulary,
  mergeTagInto,
  moveInVocabulary,
  retireFromVocabulary,
  rewordInVocabulary,
  takeMergedTagApart,
} from '../usecases/vocabulary/change-word.ts'
import { adminSite } from '../views/admin-site.ts'
import { adminVocabulary } from '../views/admin-vocabulary.ts'
import { bind } from './bind.ts'

/** What whoever runs the place words and switches. */
export const siteServices = (deps: Deps) => ({
  ...bind(deps, { adminSite, turnSwitch, wordText }),
  ...bind(deps, { adminVocabulary, rewordInVocabulary, addToVocabulary, retireFromVocabulary }),
  ...bind(deps, { moveInVocabulary, mergeTagInto, takeMergedTagApart }),
})
