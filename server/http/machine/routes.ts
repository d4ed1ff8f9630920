import { Router } from 'express'
import type { Services } from '../../services.ts'

/** `.json` and `.md` of entry pages. */
export function machineRoutes(_services: Services): Router {
  return Router()
}
