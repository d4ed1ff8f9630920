import type { Deps } from '../deps.ts'
import { bind } from './bind.ts'

export const draftServices = (deps: Deps) => bind(deps, {})
