import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { build } from 'esbuild'
import { expect, it, onTestFinished } from 'vitest'
import * as Y from 'yjs'
import { sectionRoot } from '../../collab/doc-shape.ts'
import { openStore } from '../../db/store.ts'
import { loadDocument } from '../../server/collab/load-document.ts'
import type { Client } from '../factories/collab-clients.ts'
import { connect, until } from '../factories/collab-clients.ts'
import { createPerson, createTestDraft } from '../factories/draft-world.ts'
import { testDeps } from '../factories/test-deps.ts'

const rounds = Number(process.env.KILL_ROUNDS ?? 20)
const running = new Set<ChildProcess>()

/** Files that start fast; in a folder from which the packages are found. */
async function bundleChild(): Promise<string> {
  const outdir = `node_modules/.cache/folkmoot/kill-nine-${process.pid}`
  await build({
    entryPoints: {
      'collab-child': 'tests/crash/collab-child.ts',
      'compaction-worker': 'server/collab/compaction-worker.ts',
      'log-worker': 'server/collab/log-worker.ts',
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outdir,
  })
  onTestFinished(() => rmSync(outdir, { recursive: true, force: true }))
  return `${outdir}/collab-child.js`
}

/** Starts the process without letting it touch the database yet. */
function prepareChild(program: string, dataDir: string, port: number): ChildProcess {
  const child = spawn(process.execPath, [program], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'test',
      DATA_DIR: dataDir,
      DEMO: '1',
      PORT: String(port),
      LOG_LEVEL: 'error',
    },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  running.add(child)
  child.once('exit', () => running.delete(child))
  return child
}

async function letGo(child: ChildProcess) {
  if (!child.stdout || !child.stdin) throw new Error('the child has no input and output')
  child.stdin.write('go\n')
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  return { child, port: Number(line) }
}

/** Types unique words into a section, a few at a time, until told to stop. */
function startTyping({ doc, provider }: Client, name: string, typed: string[]): () => void {
  const root = doc.get(sectionRoot('bet'), Y.XmlElement) as Y.XmlElement
  const timer = setInterval(() => {
    if (!provider.synced) return
    const word = `${name}${typed.length};`
    typed.push(word)
    doc.transact(() => {
      const paragraph = new Y.XmlElement('paragraph')
      root.insert(Math.floor(Math.random() * (root.length + 1)), [paragraph])
      paragraph.insert(0, [new Y.XmlText(word)])
    })
  }, 1)
  return () => clearInterval(timer)
}

/** Words that a writer knows to be safe: its own that were acknowledged. */
function trackAcks(client: Client, typed: string[], safe: Set<string>): () => void {
  let asking = true
  void (async () => {
    while (asking) {
      const upTo = typed.length
      try {
        if (client.provider.synced) {
          await client.saved()
          for (const word of typed.slice(0, upTo)) safe.add(word)
        }
      } catch {
        // The server was killed before it answered.
      }
      await new Promise((resolve) => setTimeout(resolve, 3))
    }
  })()
  return () => {
    asking = false
  }
}

function wordsOf(doc: Y.Doc): string[] {
  return (doc.get(sectionRoot('bet'), Y.XmlElement) as Y.XmlElement).toString().match(/[ab]\d+;/g) ?? []
}

it(`[D2] nothing that another person saw, or that was called saved, is lost by kill -9 (${rounds} rounds)`, {
  timeout: 60_000 + rounds * 3_000,
}, async () => {
  const deps = testDeps()
  // The child has the real clock; sessions must be good by it.
  deps.setNow(Date.now())
  const ada = await createPerson(deps, 'Ada')
  const ben = await createPerson(deps, 'Ben')
  const newDraft = () => createTestDraft(deps, ada, { members: [{ person: ben, role: 'writer' }] })
  let draftId = await newDraft()
  const program = await bundleChild()
  onTestFinished(() => {
    for (const child of running) child.kill('SIGKILL')
  })

  let port = 0
  let next = prepareChild(program, deps.env.dataDir, port)
  let wordsSeen = 0
  let wordsAcked = 0
  for (let round = 0; round < rounds; round += 1) {
    // A server that never lives long enough to compact would replay an ever longer log.
    if (round > 0 && round % 50 === 0) draftId = await newDraft()
    const server = await letGo(next)
    port = server.port
    next = prepareChild(program, deps.env.dataDir, port)
    const writers = [connect(port, draftId, ada), connect(port, draftId, ben)] as const
    const typed: [string[], string[]] = [[], []]
    const acked = new Set<string>()
    await until('both synced', () => writers.every(({ provider }) => provider.synced), 10_000)
    const stops = [
      startTyping(writers[0], `a${round}0000`, typed[0]),
      startTyping(writers[1], `b${round}0000`, typed[1]),
      trackAcks(writers[0], typed[0], acked),
      trackAcks(writers[1], typed[1], acked),
    ]
    await new Promise((resolve) => setTimeout(resolve, 30 + Math.random() * 200))
    server.child.kill('SIGKILL')
    await once(server.child, 'exit')
    for (const stop of stops) stop()
    // What each writer had from the other when the server died.
    const seen = writers.flatMap(({ doc }, i) => wordsOf(doc).filter((word) => word.startsWith(i === 0 ? 'b' : 'a')))
    for (const { provider } of writers) provider.destroy()

    const store = openStore(deps.env.databaseFile, 'db/migrations')
    const { doc } = await loadDocument(store.read, draftId)
    store.close()
    const kept = wordsOf(doc)
    const keptOnce = new Set(kept)
    expect(kept.length, 'words twice').toBe(keptOnce.size)
    expect(
      seen.filter((word) => !keptOnce.has(word)),
      'seen by the other and lost',
    ).toEqual([])
    expect(
      [...acked].filter((word) => !keptOnce.has(word)),
      'acknowledged and lost',
    ).toEqual([])
    wordsSeen += seen.length
    wordsAcked += acked.size
  }
  // A test in which nobody wrote anything would prove nothing.
  expect(wordsSeen).toBeGreaterThan(rounds * 5)
  expect(wordsAcked).toBeGreaterThan(rounds)
})
