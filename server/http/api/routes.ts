import { Router } from 'express'
import type { Deps } from '../../deps.ts'
import type { Limit } from '../../rate-limits.ts'
import type { Services } from '../../services.ts'
import { openApi } from './openapi.ts'
import { routerOf } from './router.ts'
import { apiTable } from './table.ts'

/** `/api/v1`: bearer tokens only, JSON in and out, `application/problem+json` for refusals. */
export function apiRoutes(deps: Deps, services: Services, writes: Limit): Router {
  const description = JSON.stringify(openApi(apiTable))
  const router = Router()
  router.get('/openapi.json', (_request, response) => {
    response.type('application/json').setHeader('Cache-Control', 'public, max-age=300')
    response.send(description)
  })
  router.use(routerOf(apiTable, deps, services, writes))
  return router
}
