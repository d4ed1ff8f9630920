import { Router } from 'express'
import type { Deps } from '../../deps.ts'
import type { Services } from '../../services.ts'

/** `/api/v1`: bearer tokens only, JSON in and out, `application/problem+json` for refusals. */
export function apiRoutes(_deps: Deps, _services: Services): Router {
  return Router()
}
