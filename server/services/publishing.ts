import type { Deps } from '../deps.ts'
import { bind } from './bind.ts'

export const publishingServices = (deps: Deps) => bind(deps, {})
