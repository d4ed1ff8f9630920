import { Router } from 'express'
import { queueCapBytes } from '../../domain/site/self-check.ts'
import type { Deps } from '../deps.ts'
import { takesWrites } from '../takes-writes.ts'

/** `/healthz`: the process answers. `/readyz`: the database takes writes and queues are below their cap. */
export function healthRoutes(deps: Deps): Router {
  const router = Router()
  router.get('/healthz', (_request, response) => {
    response.type('text/plain').send('ok\n')
  })
  router.get('/readyz', async (_request, response) => {
    const problems: string[] = []
    if (!(await takesWrites(deps))) problems.push('database')
    const { degraded, queuedBytes } = deps.collab.status()
    if (degraded) problems.push('collab-degraded')
    if (queuedBytes > queueCapBytes) problems.push('collab-queue')
    response.status(problems.length === 0 ? 200 : 503).json({ ready: problems.length === 0, problems })
  })
  return router
}
