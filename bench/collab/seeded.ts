import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { durableMessage, syncMessage } from '../../collab/client-messages.ts'
import { messages } from '../../collab/messages.ts'
import { until, wait } from './room-load.ts'
import { startTarget } from './targets.ts'
import { traceDocument } from './trace.ts'
import { readHead, wholeRequest } from './wire.ts'
import type { World } from './world.ts'
import { LoadSocket } from './ws-client.ts'

/** Edits on the way that are not acknowledged yet. */
const window = 4_000
const batch = 500
const letGo = 45_000

export interface Seeded {
  /** Data of a server that took in the trace, edit by edit, and was stopped; the document is draft 0. */
  dataDir: string
  source: string
  state: Uint8Array
  updatesPerSecond: number
}

let seeded: Promise<Seeded> | undefined

/** Made once for all scenarios that open it. */
export function seededTrace(world: World): Promise<Seeded> {
  seeded ??= seed(world)
  return seeded
}

async function seed(world: World): Promise<Seeded> {
  process.stderr.write('  typing the editing trace into a draft …\n')
  const { source, updates, state } = traceDocument(999_999)
  const target = await startTarget('folkmoot', world, { wide: true })
  let acknowledged = 0
  const socket = new LoadSocket(target.port, target.path(0, 0), (data, start) => {
    const { type, body } = readHead(data, start)
    if (type === messages.durable) acknowledged = Math.max(acknowledged, readNumber(data, body))
  })
  await socket.opened
  socket.send(wholeRequest)
  const started = performance.now()
  for (let sent = 0; sent < updates.length; ) {
    const end = Math.min(sent + batch, updates.length)
    for (const update of updates.slice(sent, end)) socket.send(syncMessage('update', update))
    socket.send(durableMessage(end))
    sent = end
    const inTime = await until(() => acknowledged >= sent - window, 60_000)
    if (!inTime) throw new Error(`the server stopped acknowledging at ${acknowledged}; it closed with ${socket.code}`)
  }
  if (!(await until(() => acknowledged >= updates.length, 60_000))) throw new Error('the trace was not acknowledged')
  const seconds = (performance.now() - started) / 1000
  socket.end()
  // When nobody has had it open for half a minute it is compacted and let go: only then is an opening cold.
  process.stderr.write('  waiting until the server has let it go …\n')
  await wait(letGo)
  const dataDir = mkdtempSync(join(tmpdir(), 'folkmoot-bench-trace-'))
  process.once('exit', () => rmSync(dataDir, { recursive: true, force: true }))
  await target.end()
  cpSync(target.dataDir, dataDir, { recursive: true })
  await target.stop()
  return { dataDir, source, state, updatesPerSecond: Math.round(updates.length / seconds) }
}

function readNumber(data: Uint8Array, from: number): number {
  let number = 0
  let multiplier = 1
  for (let at = from; ; at += 1) {
    const byte = data[at] ?? 0
    number += (byte & 0x7f) * multiplier
    if (byte < 0x80) return number
    multiplier *= 128
  }
}
