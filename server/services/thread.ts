import type { Deps } from '../deps.ts'
import { bind } from './bind.ts'

export const threadServices = (deps: Deps) => bind(deps, {})
