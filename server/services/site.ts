import type { Deps } from '../deps.ts'
import { turnSwitch } from '../usecases/site/turn-switch.ts'
import { wordText } from '../usecases/site/word-text.ts'
import { adminSite } from '../views/admin-site.ts'
import { bind } from './bind.ts'

/** What whoever runs the place words and switches. */
export const siteServices = (deps: Deps) => bind(deps, { adminSite, turnSwitch, wordText })
