import { Router } from 'express'
import type { Deps } from '../deps.ts'
import type { Services } from '../services.ts'

/** `/live`: server-sent events for pages that are open. */
export function liveRoutes(_deps: Deps, _services: Services): Router {
  return Router()
}
