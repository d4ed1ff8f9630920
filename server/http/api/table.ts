import { ballotRoutes } from './ballot-routes.ts'
import { draftRoutes } from './draft-routes.ts'
import { entryRoutes } from './entry-routes.ts'
import { recordRoutes } from './record-routes.ts'
import type { ApiRoute } from './route.ts'
import { threadRoutes } from './thread-routes.ts'

/** Everything the API can do; the router, the OpenAPI description and the tests are made from this list. */
export const apiTable: readonly ApiRoute[] = [
  ...entryRoutes,
  ...draftRoutes,
  ...threadRoutes,
  ...ballotRoutes,
  ...recordRoutes,
]
