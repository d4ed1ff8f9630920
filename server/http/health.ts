import { sql } from 'drizzle-orm'
import { Router } from 'express'
import { jobs } from '../../db/schema.ts'
import type { Deps } from '../deps.ts'

/** A write queue above this is a server that cannot keep up; load balancers should look elsewhere. */
const queueCapBytes = 32 * 1024 * 1024

/** `/healthz`: the process answers. `/readyz`: the database takes writes and queues are below their cap. */
export function healthRoutes(deps: Deps): Router {
  const router = Router()
  router.get('/healthz', (_request, response) => {
    response.type('text/plain').send('ok\n')
  })
  router.get('/readyz', async (_request, response) => {
    const problems: string[] = []
    try {
      await deps.store.tx(async (q) => {
        await q.update(jobs).set({ error: null }).where(sql`0`)
      })
    } catch {
      problems.push('database')
    }
    const { degraded, queuedBytes } = deps.collab.status()
    if (degraded) problems.push('collab-degraded')
    if (queuedBytes > queueCapBytes) problems.push('collab-queue')
    response.status(problems.length === 0 ? 200 : 503).json({ ready: problems.length === 0, problems })
  })
  return router
}
