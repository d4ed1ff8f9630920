import * as encoding from 'lib0/encoding'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { durableMessage, syncMessage } from '../../collab/client-messages.ts'
import { fieldsRoot, sectionRoot, titleKey } from '../../collab/doc-shape.ts'
import { messages } from '../../collab/messages.ts'
import { createCollab } from '../../server/collab/create-collab.ts'
import type { RawClient } from '../factories/collab-clients.ts'
import { connect, rawAs, synced, until } from '../factories/collab-clients.ts'
import { createPerson, createTestDraft } from '../factories/draft-world.ts'
import type { Random } from '../factories/random.ts'
import { pick, seeded, upTo } from '../factories/random.ts'
import { listenForSockets } from '../factories/socket-server.ts'
import { testDeps } from '../factories/test-deps.ts'

const random = seeded(7)
const bytes = (most: number) => Uint8Array.from({ length: upTo(random, most) }, () => upTo(random, 256))

function framed(...head: number[]): (body: Uint8Array) => Uint8Array {
  return (body) => {
    const encoder = encoding.createEncoder()
    for (const n of head) encoding.writeVarUint(encoder, n)
    encoding.writeVarUint8Array(encoder, body)
    return encoding.toUint8Array(encoder)
  }
}

/** What a genuine writer would send: sync in its three steps, presence, questions. */
function genuineFrames(doc: Y.Doc): Uint8Array[] {
  const frames: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => frames.push(syncMessage('update', update)))
  const root = doc.get(sectionRoot('bet'), Y.XmlElement) as Y.XmlElement
  for (let i = 0; i < 10; i += 1) {
    const block = new Y.XmlElement('paragraph')
    root.insert(0, [block])
    block.insert(0, [new Y.XmlText('some words 漢🙂')])
    doc.getMap(fieldsRoot).set(titleKey, `Title ${i}`)
  }
  const presence = encoding.createEncoder()
  for (const n of [1, doc.clientID, 1]) encoding.writeVarUint(presence, n)
  encoding.writeVarString(presence, JSON.stringify({ section: 'bet', focusing: true }))
  frames.push(
    framed(messages.awareness)(encoding.toUint8Array(presence)),
    framed(messages.sync, 0)(Y.encodeStateVector(doc)),
    framed(messages.sync, 1)(Y.encodeStateAsUpdate(doc)),
    durableMessage(1),
    new Uint8Array([messages.status]),
    new Uint8Array([messages.queryAwareness]),
  )
  return frames
}

function wrongFrame(genuine: readonly Uint8Array[], from: Random): Uint8Array {
  const frame = Uint8Array.from(pick(from, genuine))
  const dice = from()
  if (dice < 0.2) return bytes(80)
  if (dice < 0.35) return framed(messages.sync, upTo(from, 4))(bytes(80))
  if (dice < 0.5) return framed(messages.awareness)(bytes(60))
  if (dice < 0.6) return frame.subarray(0, upTo(from, frame.length))
  if (dice < 0.65) return new Uint8Array(0)
  for (let i = upTo(from, 4); i >= 0; i -= 1) frame[upTo(from, frame.length)] = upTo(from, 256)
  return frame
}

it('[A1]–[A6] [P1] [L2] a thousand wrong frames over real sockets change nothing for those who behave', {
  timeout: 60_000,
}, async () => {
  const deps = testDeps()
  const ada = await createPerson(deps, 'Ada')
  const mallory = await createPerson(deps, 'Mallory')
  const draftId = await createTestDraft(deps, ada, { members: [{ person: mallory, role: 'writer' }] })
  const quiet = await createTestDraft(deps, ada)
  const port = await listenForSockets(deps)
  const a = connect(port, draftId, ada)
  const c = connect(port, quiet, ada)
  await synced(a, c)
  a.doc.getMap(fieldsRoot).set('source-note', 'stays')
  await a.saved()

  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(a.doc))
  const genuine = genuineFrames(copy)
  const codes = new Map<number, number>()
  let sent = 0
  async function attack(): Promise<void> {
    let client: RawClient | undefined
    for (let i = 0; i < 200; i += 1) {
      if (!client || client.ws.readyState !== client.ws.OPEN) {
        client = await rawAs(port, draftId, mallory)
        void client.closed.then(({ code }) => codes.set(code, (codes.get(code) ?? 0) + 1))
      }
      client.send(wrongFrame(genuine, random))
      sent += 1
      // Mostly a few frames go out before the first of them has closed the socket.
      if (random() < 0.3) await new Promise((resolve) => setTimeout(resolve, 1))
    }
    client?.ws.close()
  }
  await Promise.all(Array.from({ length: 5 }, attack))

  expect(sent).toBe(1_000)
  expect(codes.get(4422)).toBeGreaterThan(50)
  const known = [1000, 1005, 1006, 1013, 4403, 4413, 4422, 4529]
  for (const code of codes.keys()) expect(known).toContain(code)
  expect([a.codes, c.codes]).toEqual([[], []])
  a.doc.getMap(fieldsRoot).set('pull', '+')
  await a.saved()
  c.doc.getMap(fieldsRoot).set(titleKey, 'Quiet')
  await c.saved()
  expect(a.doc.getMap(fieldsRoot).get('source-note')).toBe('stays')
  expect(deps.collab.metrics.counts).toMatchObject({ spoiled: 0, quarantines: 0 })
  await until('attackers are gone', () => deps.collab.status().sockets === 2)

  const [here, anew] = [await deps.collab.readDraft(draftId), createCollab(deps)]
  expect(await anew.readDraft(draftId)).toEqual(here)
  await anew.close()
  const late = connect(port, draftId, ada)
  await synced(late)
  await until('one document', () => Y.equalSnapshots(Y.snapshot(late.doc), Y.snapshot(a.doc)))
})
