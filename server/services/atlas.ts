import type { Deps } from '../deps.ts'
import { bind } from './bind.ts'

export const atlasServices = (deps: Deps) => bind(deps, {})
