import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { eq } from 'drizzle-orm'
import { actors, users } from '../../db/schema.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { Deps } from '../../server/deps.ts'
import { readEnv } from '../../server/env.ts'
import type { WriteRate } from '../../server/http/unsafe-requests.ts'
import { createLogger } from '../../server/log.ts'
import { startServer } from '../../server/start-server.ts'
import { makeSession } from './accounts.ts'

export interface TestServer {
  /** Without a trailing slash. */
  url: string
  deps: Deps
  /** Everything logged so far, one JSON line each. */
  logged(): string
  /** The account with this e-mail; `moderator` stands for `moderator@demo.invalid`. */
  account(email: string): Promise<Viewer>
  /** A new session of that account, as a `Cookie` header. */
  signIn(email: string): Promise<string>
  stop(): Promise<void>
}

interface TestServerOptions {
  env?: Record<string, string>
  writeRate?: WriteRate
}

/**
 * The whole server as `npm start` runs it, on a free port, with the atlas and the demo, on a database of its own.
 * Pages come from `build/`, which `npm test` makes first. Stop it in `afterAll`.
 */
export async function startTestServer({ env = {}, writeRate }: TestServerOptions = {}): Promise<TestServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'folkmoot-server-'))
  const lines: string[] = []
  const log = createLogger('debug', { write: (line) => void lines.push(line) })
  const build = (await import(pathToFileURL(resolve('build/server/index.js')).href)) as ServerBuild
  const server = await startServer({
    env: readEnv({ NODE_ENV: 'test', DATA_DIR: dataDir, DEMO: '1', PORT: '0', ...env }),
    log,
    root: resolve('.'),
    http: createServer(),
    pages: { client: { folder: resolve('build/client') }, build },
    ...(writeRate && { writeRate }),
  })
  const { deps } = server

  async function account(email: string): Promise<Viewer> {
    const full = email.includes('@') ? email : `${email}@demo.invalid`
    const [row] = await deps.store.read
      .select({ actorId: actors.id, name: actors.name, role: users.role, colour: users.colour, at: users.suspendedAt })
      .from(users)
      .innerJoin(actors, eq(actors.id, users.actorId))
      .where(eq(users.email, full))
    if (!row) throw new Error(`there is no account ${full}`)
    const { at, ...viewer } = row
    return { ...viewer, suspended: at !== null }
  }

  return {
    url: `http://127.0.0.1:${server.port}`,
    deps,
    logged: () => lines.join(''),
    account,
    signIn: async (email) => makeSession(deps, await account(email)),
    async stop() {
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
