import type { Deps } from '../deps.ts'
import { bind } from './bind.ts'

export const recordServices = (deps: Deps) => bind(deps, {})
