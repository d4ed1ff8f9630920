import type { Deps } from '../deps.ts'
import { entriesList, entryPage } from '../views/reading.ts'
import { bind } from './bind.ts'

export const atlasServices = (deps: Deps) => bind(deps, { entriesList, entryPage })
