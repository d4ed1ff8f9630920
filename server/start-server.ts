import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import { join } from 'node:path'
import type { ServerBuild } from '@remix-run/node'
import type { RequestHandler } from 'express'
import { openStore } from '../db/store.ts'
import { createCollab } from './collab/create-collab.ts'
import type { SocketRates } from './collab/limits.ts'
import { LogThread } from './collab/log-thread.ts'
import type { Deps } from './deps.ts'
import type { Env } from './env.ts'
import { createHttpApp } from './http/app.ts'
import type { WriteRate } from './http/unsafe-requests.ts'
import { newId } from './ids.ts'
import { beginCompacting } from './jobs/compact-documents.ts'
import { beginRecount } from './jobs/recount-ballots.ts'
import { beginDigests } from './jobs/send-digests.ts'
import { startJobs } from './jobs/start-jobs.ts'
import { beginTendingReviews } from './jobs/tend-reviews.ts'
import { createLiveBus } from './live/bus.ts'
import { relayBallots } from './live/relay-ballots.ts'
import type { Logger } from './log.ts'
import { nameKey } from './record/keep-checkpoint.ts'
import { signingKey } from './record/signing-key.ts'
import { createServices } from './services.ts'
import { prepareDatabase } from './usecases/site/prepare-database.ts'

interface Parts {
  env: Env
  log: Logger
  /** Folder of the project, for migrations and seed. */
  root: string
  http: Server
  pages: {
    client: { folder: string } | { middleware: RequestHandler }
    build: ServerBuild | (() => Promise<ServerBuild>)
  }
  /** How much one account may write; tests that do more raise it. */
  writeRate?: WriteRate
  /** How much one socket may send; the benchmark's few writers stand for many and raise it. */
  socketRates?: Partial<SocketRates>
}

export interface RunningServer {
  deps: Deps
  port: number
  /**
   * Stops taking work, closes sockets, flushes every document, and closes the database.
   *
   * @returns bytes of changes to documents that could not be written and are lost.
   */
  stop(): Promise<number>
}

/** Puts the server together and listens; what `npm start` and the tests run is the same. */
export async function startServer({
  env,
  log,
  root,
  http,
  pages,
  writeRate,
  socketRates,
}: Parts): Promise<RunningServer> {
  const store = openStore(env.databaseFile, join(root, 'db/migrations'))
  const basis = {
    env,
    store,
    log,
    now: Date.now,
    newId,
    randomBytes: (n: number) => randomBytes(n),
    live: createLiveBus(),
  }
  const documentLog = new LogThread(store, env.databaseFile)
  const collab = createCollab(basis, documentLog, socketRates)
  const deps: Deps = { ...basis, collab }
  await prepareDatabase(deps, root)
  await nameKey(deps, signingKey(env.dataDir))
  // This writes nothing, but the thread stands and its connection has proved itself before anybody types.
  await documentLog.append([])

  const stopTelling = relayBallots(deps)
  const services = createServices(deps)
  http.on('request', createHttpApp({ deps, services, ...pages, ...(writeRate && { writeRate }) }))
  http.on('upgrade', (request, socket, head) => {
    if (request.url?.startsWith('/collab/')) collab.handleUpgrade(request, socket, head)
    else if (env.mode !== 'development') socket.destroy()
  })
  await beginRecount(deps)
  await beginDigests(deps)
  await beginCompacting(deps)
  await beginTendingReviews(deps)
  const jobs = startJobs(deps)
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject)
    http.listen(env.port, env.host, resolve)
  })
  const address = http.address()
  const port = typeof address === 'object' && address ? address.port : env.port
  log.info({ host: env.host, port, demo: env.demo }, 'listening')

  return {
    deps,
    port,
    async stop() {
      http.close()
      http.closeIdleConnections()
      await jobs.stop()
      stopTelling()
      const lost = await collab.close()
      await documentLog.stop()
      http.closeAllConnections()
      store.close()
      return lost
    },
  }
}
