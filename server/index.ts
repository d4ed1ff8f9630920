import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { readEnv } from './env.ts'
import { createLogger } from './log.ts'
import { projectRoot } from './root.ts'
import { startServer } from './start-server.ts'

/** Milliseconds; Fly.io kills after 30 s. */
const stopDeadline = 25_000

/** Composition root: reads the environment, chooses built or development pages, starts, and stops on a signal. */
async function main(): Promise<void> {
  const env = readEnv()
  const log = createLogger(env.logLevel)
  const root = projectRoot()
  const http = createServer()
  const pages = env.mode === 'development' ? await developmentPages(root, http, env.port) : await builtPages(root)
  const server = await startServer({ env, log, root, http, pages })

  let stopping = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      log.info({ signal }, 'stopping')
      // Whoever runs us will not wait for ever; a stop that hangs is a failed one.
      setTimeout(() => process.exit(1), stopDeadline).unref()
      server.stop().then(
        (lost) => process.exit(lost > 0 ? 1 : 0),
        (error: unknown) => {
          log.fatal({ error }, 'could not stop cleanly')
          process.exit(1)
        },
      )
    })
  }
}

async function builtPages(root: string) {
  const file = join(root, 'build/server/index.js')
  if (!existsSync(file)) throw new Error('The pages are not built yet: run npm start, or npm run build.')
  const build = (await import(pathToFileURL(file).href)) as ServerBuild
  return { client: { folder: join(root, 'build/client') }, build }
}

async function developmentPages(root: string, http: ReturnType<typeof createServer>, port: number) {
  const vite = await import('vite')
  const server = await vite.createServer({
    root,
    cacheDir: join(root, `node_modules/.vite-${port}`),
    server: { middlewareMode: true, hmr: { server: http } },
  })
  return {
    client: { middleware: server.middlewares },
    build: () => server.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>,
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
