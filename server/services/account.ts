import type { Deps } from '../deps.ts'
import { bind } from './bind.ts'

export const accountServices = (deps: Deps) => bind(deps, {})
