import { timingSafeEqual } from 'node:crypto'
import { Router } from 'express'
import { collectDefaultMetrics, Registry } from 'prom-client'
import { sha256Hex } from '../../domain/record/hash.ts'
import type { Deps } from '../deps.ts'
import { collabMetricsText } from './collab-metrics.ts'
import { registerRecount } from './recount-metrics.ts'

/** `/metrics` for a monitoring system that knows `METRICS_TOKEN`. Without that variable there is no such page. */
export function metricsRoutes({ env, collab, store }: Deps): Router {
  const router = Router()
  const { metricsToken } = env
  if (metricsToken === undefined) return router

  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  registerRecount(registry, { store })
  router.get('/metrics', async (request, response) => {
    const given = request.headers.authorization?.replace(/^Bearer /, '') ?? ''
    if (!timingSafeEqual(Buffer.from(sha256Hex(given)), Buffer.from(sha256Hex(metricsToken)))) {
      response.status(401).setHeader('WWW-Authenticate', 'Bearer')
      response.type('text/plain').send('Send METRICS_TOKEN as a bearer token.\n')
      return
    }
    response.type(registry.contentType).send(`${await registry.metrics()}\n${collabMetricsText(collab)}`)
  })
  return router
}
