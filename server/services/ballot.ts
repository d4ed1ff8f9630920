import type { Deps } from '../deps.ts'
import { bind } from './bind.ts'

export const ballotServices = (deps: Deps) => bind(deps, {})
