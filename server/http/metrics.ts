import { timingSafeEqual } from 'node:crypto'
import { Router } from 'express'
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import { sha256Hex } from '../../domain/record/hash.ts'
import type { Deps } from '../deps.ts'

/** `/metrics` for a monitoring system that knows `METRICS_TOKEN`. Without that variable there is no such page. */
export function metricsRoutes({ env, collab }: Deps): Router {
  const router = Router()
  const { metricsToken } = env
  if (metricsToken === undefined) return router

  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const gauges = {
    rooms: 'Documents that are open in memory.',
    sockets: 'Open collaboration sockets.',
    dirtyRooms: 'Documents with changes not yet on disk.',
    queuedBytes: 'Bytes waiting to be written to disk.',
  } as const
  for (const [name, help] of Object.entries(gauges) as [keyof typeof gauges, string][]) {
    const metric = `folkmoot_collab_${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`
    new Gauge({
      name: metric,
      help,
      registers: [registry],
      collect() {
        this.set(collab.status()[name])
      },
    })
  }

  router.get('/metrics', async (request, response) => {
    const given = request.headers.authorization?.replace(/^Bearer /, '') ?? ''
    if (!timingSafeEqual(Buffer.from(sha256Hex(given)), Buffer.from(sha256Hex(metricsToken)))) {
      response.status(401).setHeader('WWW-Authenticate', 'Bearer')
      response.type('text/plain').send('Send METRICS_TOKEN as a bearer token.\n')
      return
    }
    response.type(registry.contentType).send(await registry.metrics())
  })
  return router
}
