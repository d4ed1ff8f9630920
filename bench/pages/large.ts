import { randomBytes } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import Database from 'better-sqlite3'
import { listEntryWords } from '../../db/queries/search.ts'
import { openStore } from '../../db/store.ts'
import { readEnv } from '../../server/env.ts'
import { newId } from '../../server/ids.ts'
import { createLiveBus } from '../../server/live/bus.ts'
import { createLogger } from '../../server/log.ts'
import { startServer } from '../../server/start-server.ts'
import { searchPage } from '../../server/views/search-page.ts'
import { seeded } from '../../tests/factories/random.ts'
import { loadLargeAtlas } from './large-data.ts'
import { largeSearches } from './large-searches.ts'

/** Milliseconds spent inside SQLite, and how many statements were run, since the last look. */
function watchDatabase(): () => { ms: number; statements: number } {
  const database = new Database(':memory:')
  const prototype = Object.getPrototypeOf(database.prepare('select 1')) as Record<
    string,
    (...args: unknown[]) => unknown
  >
  let [ms, statements] = [0, 0]
  for (const name of ['all', 'get', 'run']) {
    const real = prototype[name]
    if (!real) throw new Error(`no statement method ${name}`)
    prototype[name] = function (this: unknown, ...args: unknown[]) {
      const began = performance.now()
      try {
        return real.apply(this, args)
      } finally {
        ms += performance.now() - began
        statements += 1
      }
    }
  }
  database.close()
  return () => {
    const seen = { ms, statements }
    ms = 0
    statements = 0
    return seen
  }
}

const searches = [
  'compute',
  'the',
  'compute governance',
  'goverance comptue',
  'a training run that',
  '"the largest"',
  'zzxxqq',
]

/** Searches asked of each sort. */
const searchesEach = 60

/** Pages of which the large atlas must not make more than a reader or a browser can take. */
const pages = [
  '/',
  '/strategies',
  '/strategies?lever=speed',
  '/strategies/strategy-1',
  '/strategies/strategy-1000',
  '/strategies/strategy-1/history',
  '/people',
  '/people/person-1',
  '/concepts',
  '/concepts/concept-1',
  '/scenarios',
  '/scenarios/scenario-1',
  '/sources',
  '/sources/source-1',
  '/levers',
  '/levers/speed',
  '/tags/tag-1',
  '/matrix',
  '/matrix?view=list',
  '/matrix?lever=speed&across=speed',
  '/matrix.csv',
  '/axes',
  '/axes.csv',
  '/map',
  '/map?s=strategy-1',
  '/compare',
  '/compare?s=strategy-1,strategy-2,strategy-3,strategy-4',
  '/portfolio',
  `/portfolio?s=${Array.from({ length: 40 }, (_, i) => `strategy-${i * 40 + 1}`).join(',')}`,
  '/commitments',
  '/signals',
  '/paths',
  '/held-together',
  '/board',
  '/record',
  '/feed.xml',
  '/feed.json',
  '/tags/tag-1/feed.xml',
  '/strategies/strategy-1/feed.xml',
  '/sitemap.xml',
  '/strategies/strategy-1.json',
  '/people/person-1.md',
  '/charts/density.svg',
  ...searches.flatMap((q) => [`/search?q=${encodeURIComponent(q)}`, `/search.json?q=${encodeURIComponent(q)}`]),
  '/api/v1/entries?kind=strategy',
]

/** Every list and view with the large generated atlas: bytes, time of the first and the second asking, time in the database. */
export async function benchLarge(folder: string, line: (words: (string | number)[]) => void): Promise<void> {
  const dataDir = process.env.BENCH_LARGE_DATA ?? join(folder, 'large')
  const env = readEnv({
    NODE_ENV: 'test',
    DATA_DIR: dataDir,
    DEMO: '0',
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'warn',
  })
  const began = performance.now()
  const log = createLogger('warn')
  const store = openStore(env.databaseFile, 'db/migrations')
  const vault = join(folder, 'vault')
  mkdirSync(vault)
  const basis = {
    env,
    store,
    log,
    now: Date.now,
    newId,
    randomBytes: (n: number) => randomBytes(n),
    live: createLiveBus(),
  }
  const fresh =
    new Database(env.databaseFile, { readonly: true }).prepare('select count(*) from entries').pluck().get() === 0
  if (fresh) await loadLargeAtlas(basis, vault)
  store.close()
  rmSync(vault, { recursive: true, force: true })
  line([`made and imported in ${((performance.now() - began) / 1000).toFixed(1)} s`])

  const database = watchDatabase()
  const build = (await import(pathToFileURL(resolve('build/server/index.js')).href)) as ServerBuild
  const server = await startServer({
    env,
    log,
    root: resolve('.'),
    http: createServer(),
    pages: { client: { folder: resolve('build/client') }, build },
  })
  const url = `http://127.0.0.1:${server.port}`
  try {
    await (await fetch(`${url}/levers/scope`)).text()
    line(['page', 'status', 'bytes', 'first ms', 'again ms', 'database ms', 'statements'])
    for (const path of pages) {
      database()
      const first = await ask(url + path)
      const { ms, statements } = database()
      const again = Math.min((await ask(url + path)).ms, (await ask(url + path)).ms)
      line([
        path.slice(0, 60),
        first.status,
        first.bytes,
        first.ms.toFixed(0),
        again.toFixed(0),
        ms.toFixed(1),
        statements,
      ])
    }
    const reading = openStore(env.databaseFile, 'db/migrations')
    await timeSearches(url, reading, line)
    reading.close()
    line([`memory ${Math.round(process.memoryUsage().rss / 1e6)} MB`])
  } finally {
    await server.stop()
  }
}

/** Time of searches, of the view alone and of the whole page: the least of three askings, since a busy machine only adds. */
async function timeSearches(
  url: string,
  store: ReturnType<typeof openStore>,
  line: (words: (string | number)[]) => void,
): Promise<void> {
  const words = await listEntryWords(store.read, '', 1_000_000)
  const ways: Record<string, (q: string) => Promise<unknown>> = {
    view: (q) => searchPage({ store, now: Date.now }, null, { q }),
    page: (q) => ask(`${url}/search?q=${encodeURIComponent(q)}`),
  }
  line(['searches', 'of', 'p50 ms', 'p95 ms', 'processor p50 ms', 'processor p95 ms'])
  for (const [sort, all] of Object.entries(largeSearches(words, seeded(7), searchesEach))) {
    for (const [way, search] of Object.entries(ways)) {
      const took: { ms: number; cpu: number }[] = []
      for (const q of all) took.push(await leastOf(3, () => search(q)))
      const share = (of: 'ms' | 'cpu', f: number) =>
        (took.map((one) => one[of]).sort((a, b) => a - b)[Math.floor(f * (took.length - 1))] ?? 0).toFixed(1)
      line([sort, way, share('ms', 0.5), share('ms', 0.95), share('cpu', 0.5), share('cpu', 0.95)])
    }
  }
}

async function leastOf(times: number, act: () => Promise<unknown>): Promise<{ ms: number; cpu: number }> {
  const least = { ms: Number.POSITIVE_INFINITY, cpu: Number.POSITIVE_INFINITY }
  for (let i = 0; i < times; i++) {
    const [began, before] = [performance.now(), process.cpuUsage()]
    await act()
    const { user, system } = process.cpuUsage(before)
    least.ms = Math.min(least.ms, performance.now() - began)
    least.cpu = Math.min(least.cpu, (user + system) / 1000)
  }
  return least
}

async function ask(url: string) {
  const began = performance.now()
  const answer = await fetch(url, { redirect: 'manual' })
  const body = await answer.arrayBuffer()
  return { status: answer.status, bytes: body.byteLength, ms: performance.now() - began }
}
