import type { ChildProcess } from 'node:child_process'
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { describe, expect, it, onTestFinished } from 'vitest'
import { statusMessage } from '../../collab/client-messages.ts'
import { fieldsRoot } from '../../collab/doc-shape.ts'
import { loadDocument } from '../../server/collab/load-document.ts'
import { connect, rawAs, statusesOf, synced, until } from '../factories/collab-clients.ts'
import { createPerson, createTestDraft } from '../factories/draft-world.ts'
import { testDeps } from '../factories/test-deps.ts'

const program = 'build/index.js'

/** The limit that the system sets on files which a process writes; a write beyond it fails as on a full disk. */
function setFileLimit(child: ChildProcess, bytes: number | 'unlimited'): void {
  execFileSync('prlimit', ['--pid', String(child.pid), `--fsize=${bytes}:unlimited`])
}

const canLimit = (() => {
  try {
    execFileSync('prlimit', ['--version'])
    return process.platform === 'linux' && existsSync(program)
  } catch {
    return false
  }
})()

async function world() {
  const deps = testDeps()
  // The other process has the real clock; sessions must be good by it.
  deps.setNow(Date.now())
  const ada = await createPerson(deps, 'Ada')
  const ben = await createPerson(deps, 'Ben')
  const draftId = await createTestDraft(deps, ada, { members: [{ person: ben, role: 'writer' }] })
  const { env } = deps
  const start = async () => {
    const child = spawn(process.execPath, [program], {
      env: { PATH: process.env.PATH, NODE_ENV: 'test', DATA_DIR: env.dataDir, DEMO: '0', HOST: '127.0.0.1', PORT: '0' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    onTestFinished(() => void child.kill('SIGKILL'))
    let said = ''
    child.stdout.on('data', (data: Buffer) => {
      said += data
    })
    const portOf = () => /"port":(\d+),"demo"/.exec(said)?.[1]
    await until('listening', () => portOf() !== undefined, 60_000)
    return { child, port: Number(portOf()) }
  }
  const stored = async () => (await loadDocument(deps.store.read, draftId)).doc.getMap(fieldsRoot).toJSON()
  return { ada, ben, draftId, start, stored }
}

async function exitOf(child: ChildProcess): Promise<{ code: number; after: number }> {
  const since = performance.now()
  child.kill('SIGTERM')
  const [code] = (await once(child, 'exit')) as [number]
  return { code, after: performance.now() - since }
}

describe.runIf(canLimit)('a process whose disk is full', () => {
  it('[D3] says so, keeps what it took in, and writes it when there is room again', { timeout: 150_000 }, async () => {
    const { ada, ben, draftId, start, stored } = await world()
    const { child, port } = await start()
    const a = connect(port, draftId, ada)
    const b = connect(port, draftId, ben)
    await synced(a, b)
    const watcher = await rawAs(port, draftId, ben)
    watcher.send(statusMessage)
    a.doc.getMap(fieldsRoot).set('tags/before', true)
    await a.saved()

    setFileLimit(child, 4_096)
    a.doc.getMap(fieldsRoot).set('tags/during', true)
    const isSaved = () =>
      a.saved().then(
        () => true,
        () => false,
      )
    await until('degraded', () => statusesOf(watcher).at(-1)?.state === 'degraded', 10_000)
    expect(await isSaved()).toBe(false)
    expect(b.doc.getMap(fieldsRoot).has('tags/during')).toBe(false)
    expect(await stored()).not.toHaveProperty('tags/during')
    expect(await stored()).toHaveProperty('tags/before')

    setFileLimit(child, 'unlimited')
    await until('acknowledged', isSaved, 30_000)
    expect(await stored()).toHaveProperty('tags/during')
    await until('Ben sees it', () => b.doc.getMap(fieldsRoot).has('tags/during'))
    await until('well again', () => statusesOf(watcher).at(-1)?.state === 'ok')
    a.doc.getMap(fieldsRoot).set('tags/after', true)
    const { code } = await exitOf(child)
    expect(code).toBe(0)
    expect(await stored()).toHaveProperty('tags/before')
  })

  it('[D8] stops within its deadline and says by its exit code that changes are lost, none of them acknowledged', {
    timeout: 150_000,
  }, async () => {
    const { ada, draftId, start, stored } = await world()
    const { child, port } = await start()
    const a = connect(port, draftId, ada)
    await synced(a)
    a.doc.getMap(fieldsRoot).set('tags/before', true)
    await a.saved()
    setFileLimit(child, 4_096)
    a.doc.getMap(fieldsRoot).set('tags/during', true)
    let told = false
    const saved = a.saved().then(() => {
      told = true
    })
    saved.catch(() => undefined)
    await new Promise((resolve) => setTimeout(resolve, 300))
    const { code, after } = await exitOf(child)
    expect(code).toBe(1)
    expect(after).toBeLessThan(20_000)
    expect(told).toBe(false)
    expect(await stored()).toHaveProperty('tags/before')
    expect(await stored()).not.toHaveProperty('tags/during')

    // The next one starts on what is there, and the writer's copy brings the rest.
    const next = await start()
    const again = connect(next.port, draftId, ada, a.doc)
    await synced(again)
    await again.saved()
    expect(await stored()).toHaveProperty('tags/during')
    expect((await exitOf(next.child)).code).toBe(0)
  })
})
