import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import type { Express, RequestHandler } from 'express'
import express from 'express'
import type { Deps } from '../deps.ts'
import type { Services } from '../services.ts'
import { answerError } from './answer-error.ts'
import { apiRoutes } from './api/routes.ts'
import { csrfGate } from './csrf.ts'
import { healthRoutes } from './health.ts'
import { knownPaths } from './known-paths.ts'
import { liveRoutes } from './live.ts'
import { loggedPath } from './logged-path.ts'
import { pictureRoutes } from './machine/picture-routes.ts'
import { readingRoutes } from './machine/reading-routes.ts'
import { recordFiles } from './machine/record-files.ts'
import { machineRoutes } from './machine/routes.ts'
import { metricsRoutes } from './metrics.ts'
import { oneClick } from './one-click.ts'
import { pageCache } from './page-cache.ts'
import { pagesByFolder } from './pages-by-folder.ts'
import { readOnlyGate } from './read-only.ts'
import { roomData } from './room-data.ts'
import { securityHeaders } from './security.ts'
import { serviceWorker } from './service-worker.ts'
import type { WriteRate } from './unsafe-requests.ts'
import { createWriteLimit, formSize, knownMethods, usualWriteRate, writeLimit } from './unsafe-requests.ts'
import { signedInOf, visitorOf } from './visitor.ts'

interface HttpParts {
  deps: Deps
  services: Services
  /** Folder of the built client, or the development server's middleware. */
  client: { folder: string } | { middleware: RequestHandler }
  build: ServerBuild | (() => Promise<ServerBuild>)
  writeRate?: WriteRate
}

/** The HTTP side of the server, outermost first. */
export function createHttpApp({ deps, services, client, build, writeRate = usualWriteRate }: HttpParts): Express {
  const writes = createWriteLimit(writeRate)
  const app = express()
  app.disable('x-powered-by')
  if (deps.env.trustProxy) app.set('trust proxy', 1)
  app.use(securityHeaders(deps.env.mode))
  app.use(healthRoutes(deps))
  app.use(metricsRoutes(deps))
  // In development a page also changes with the code.
  if (typeof build !== 'function') app.use(pageCache(deps))
  app.use(roomData(deps, services))
  const compress = compression({
    filter: (request, response) => !isEventStream(response) && compression.filter(request, response),
  })
  app.use((request, response, next) => (response.locals.keepsPage ? next() : compress(request, response, next)))

  if ('middleware' in client) app.use(client.middleware)
  else {
    if (typeof build !== 'function') app.get('/sw.js', serviceWorker(client.folder, build.assets.version))
    app.use(
      '/assets',
      express.static(join(client.folder, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }),
    )
    // Asking the disk for each page whether a file has its name takes longer than knowing.
    const files = new Set(readdirSync(client.folder))
    const serveFile = express.static(client.folder, { maxAge: '1h' })
    app.use((request, response, next) =>
      files.has(request.path.slice(1)) ? serveFile(request, response, next) : next(),
    )
  }

  app.use(knownPaths)
  app.use('/api/v1', apiRoutes(deps, services, writes))
  app.use(oneClick(services))
  app.use(csrfGate(deps.env.publicUrl))
  app.use(knownMethods)
  app.use(formSize)
  app.use(readOnlyGate(deps))
  app.use(writeLimit(deps, writes))
  app.use(liveRoutes(deps, services))
  app.use(machineRoutes(deps, services))
  app.use(recordFiles(deps, services))
  app.use(readingRoutes(deps, services))
  app.use(pictureRoutes(deps, services))
  // The framework's route manifest endpoint is off, and an unauthenticated way to burn a processor: it stays closed.
  app.all('/__manifest', (_request, response) => {
    response.status(404).end()
  })
  const pages = (some: HttpParts['build']): RequestHandler =>
    createRequestHandler({
      build: some,
      mode: deps.env.mode === 'development' ? 'development' : 'production',
      async getLoadContext(request, response) {
        const signedIn = await signedInOf(deps, request)
        return {
          services,
          viewer: signedIn?.viewer ?? null,
          visitor: visitorOf(request, deps.env, signedIn?.sessionId ?? null),
          cspNonce: response.locals.cspNonce as string,
          report: (error) =>
            deps.log.error({ error, method: request.method, path: loggedPath(request.path) }, 'page failed'),
        }
      },
    })
  app.all('*', typeof build === 'function' ? pages(build) : pagesByFolder(build, pages))
  app.use(answerError(deps.log))
  return app
}

function isEventStream(response: { getHeader(name: string): unknown }): boolean {
  return String(response.getHeader('Content-Type') ?? '').startsWith('text/event-stream')
}
