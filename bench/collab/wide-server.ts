import { createServer } from 'node:http'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { readEnv } from '../../server/env.ts'
import { createLogger } from '../../server/log.ts'
import { projectRoot } from '../../server/root.ts'
import { startServer } from '../../server/start-server.ts'

/**
 * The server as it always is, but for the rates that one socket may send at: where five writers stand for hundreds,
 * each sends more than a person's hands can. Nothing in the product can ask for this.
 */
const root = projectRoot()
const env = readEnv()
const build = (await import(pathToFileURL(join(root, 'build/server/index.js')).href)) as ServerBuild
const server = await startServer({
  env,
  log: createLogger(env.logLevel),
  root,
  http: createServer(),
  pages: { client: { folder: join(root, 'build/client') }, build },
  socketRates: {
    frames: { rate: 100_000, burst: 100_000 },
    bytes: { rate: 64 * 1024 * 1024, burst: 64 * 1024 * 1024 },
  },
})
process.on('SIGTERM', () => void server.stop().then(() => process.exit(0)))
