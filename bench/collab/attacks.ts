import { Buffer } from 'node:buffer'
import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import * as Y from 'yjs'
import { awarenessMessage, syncMessage } from '../../collab/client-messages.ts'
import { sectionRoot } from '../../collab/doc-shape.ts'
import { messages } from '../../collab/messages.ts'
import { RoomLoad, wait } from './room-load.ts'
import type { Target } from './targets.ts'
import { Typist, typistSection } from './typist.ts'
import { wholeRequest } from './wire.ts'
import { clientFrame, LoadSocket } from './ws-client.ts'

/** The room that is attacked; the quiet one is another. */
export const attacked = 1
const firstAttacker = 40

type Attack = (target: Target) => Promise<void>

async function enter(target: Target, person: number): Promise<LoadSocket> {
  const socket = new LoadSocket(target.port, target.path(attacked, firstAttacker + person), () => undefined)
  await socket.opened
  socket.send(wholeRequest)
  return socket
}

async function eachSends(target: Target, people: number, frames: number, frame: () => Uint8Array): Promise<void> {
  const sockets = await Promise.all(Array.from({ length: people }, (_, i) => enter(target, i)))
  for (let i = 0; i < frames; i += 1) {
    for (const socket of sockets) if (socket.isOpen) socket.send(frame())
    await wait(2)
  }
  await wait(500)
  for (const socket of sockets) socket.end()
}

function handshake({ port }: Target, path: string): string {
  return (
    `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
    'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n'
  )
}

/** Frames that the WebSocket protocol forbids. */
const badFrames: Buffer[] = [
  Buffer.from([0x83, 0x80, 0, 0, 0, 0]),
  Buffer.from([0x82, 0x01, 0]),
  Buffer.from([0xf2, 0x80, 0, 0, 0, 0]),
  Buffer.from([0x82, 0xff, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0]),
  Buffer.from([0x09, 0x80, 0, 0, 0, 0]),
  Buffer.from([0x88, 0x82, 0, 0, 0, 0, 0x00, 0x01]),
  Buffer.from([0x81, 0x82, 0, 0, 0, 0, 0xff, 0xfe]),
]

function largeUpdate(bytes: number): Uint8Array {
  const doc = new Y.Doc()
  const text = new Y.XmlText()
  const paragraph = new Y.XmlElement('paragraph')
  text.insert(0, 'x'.repeat(bytes))
  paragraph.insert(0, [text])
  ;(doc.get(sectionRoot(typistSection), Y.XmlElement) as Y.XmlElement).insert(0, [paragraph])
  return syncMessage('update', Y.encodeStateAsUpdate(doc))
}

/** Ten thousand changes, each building on something that nobody has. */
function dangling(n: number): Uint8Array {
  const typist = new Typist(5_000_000 + n)
  typist.start()
  const doc = new Y.Doc()
  doc.clientID = typist.id
  const map = doc.getMap('fields')
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (let i = 0; i < 2_000; i += 1) map.set(`tags/t${i}`, true)
  return syncMessage('update', Y.mergeUpdates(updates.slice(1)))
}

export const attacks: Record<string, Attack> = {
  'random bytes': (target) => eachSends(target, 10, 200, () => randomBytes(1 + Math.floor(Math.random() * 1_000))),
  'garbage updates': (target) => eachSends(target, 20, 100, () => syncMessage('update', randomBytes(10_000))),
  async 'forbidden frames'(target) {
    for (const frame of badFrames) {
      const socket = connect(target.port, '127.0.0.1')
      socket.on('error', () => undefined)
      socket.write(handshake(target, target.path(attacked, firstAttacker)))
      await wait(100)
      socket.write(frame)
      await wait(100)
      socket.destroy()
    }
  },
  async 'strange addresses'(target) {
    for (const path of ['/collab/', '/collab/%00', `/collab/${'a'.repeat(8_000)}`, '/collab/../../x', '//collab//x']) {
      for (let i = 0; i < 20; i += 1) {
        const socket = connect(target.port, '127.0.0.1')
        socket.on('error', () => undefined)
        socket.write(handshake(target, path))
        await wait(5)
        socket.destroy()
      }
    }
  },
  async 'frame of 50 MB'(target) {
    const socket = await enter(target, 0)
    socket.send(Buffer.alloc(50 * 1024 * 1024, 1))
    await Promise.race([socket.closed, wait(4_000)])
    socket.end()
  },
  async 'update of 50 MB'(target) {
    const socket = await enter(target, 0)
    socket.send(largeUpdate(50 * 1024 * 1024))
    await Promise.race([socket.closed, wait(4_000)])
    socket.end()
  },
  async 'updates of 7 MB'(target) {
    const update = clientFrame(largeUpdate(7 * 1024 * 1024))
    for (let i = 0; i < 10; i += 1) {
      const socket = await enter(target, i)
      socket.write(update)
      await wait(200)
      socket.end()
    }
  },
  async '10,000 presence states'(target) {
    const states = Array.from({ length: 10_000 }, (_, i) => ({ id: 6_000_000 + i, clock: 1, state: { name: 'x' } }))
    const frame = clientFrame(awarenessMessage(states))
    const socket = await enter(target, 0)
    for (let i = 0; i < 10 && socket.isOpen; i += 1) {
      socket.write(frame)
      await wait(100)
    }
    socket.end()
  },
  async 'changes without ground'(target) {
    for (let n = 0; n < 10; n += 1) {
      const socket = await enter(target, n)
      for (let i = 0; i < 5; i += 1) socket.send(dangling(n))
      await wait(200)
      socket.end()
    }
  },
  async 'slow readers'(target) {
    const deaf = Array.from({ length: 5 }, (_, i) => {
      const socket = connect(target.port, '127.0.0.1')
      socket.on('error', () => undefined)
      // Nobody ever reads from it.
      socket.write(handshake(target, target.path(attacked, firstAttacker + i)))
      socket.write(clientFrame(wholeRequest))
      return socket
    })
    const room = new RoomLoad()
    await room.join(target, attacked, [60, 61, 62, 63], 0)
    for (let i = 0; i < 60; i += 1) {
      for (const [n, socket] of room.sockets.entries()) {
        if (socket.isOpen) socket.send(awayUpdate(7_000_000 + i * 10 + n))
      }
      await wait(100)
    }
    await room.leave()
    for (const socket of deaf) socket.destroy()
  },
  async 'flood of updates'(target) {
    const socket = await enter(target, 0)
    const typist = new Typist(4_000_000)
    socket.send(typist.start())
    const until = performance.now() + 5_000
    while (performance.now() < until && socket.isOpen) {
      socket.write(Buffer.concat(Array.from({ length: 200 }, () => typist.letter(0))))
      await wait(1)
    }
    socket.end()
  },
  async 'flood of requests'(target) {
    const socket = await enter(target, 0)
    const frame = clientFrame(new Uint8Array([messages.queryAwareness]))
    const many = Buffer.concat(Array.from({ length: 200 }, () => frame))
    const until = performance.now() + 5_000
    while (performance.now() < until && socket.isOpen) {
      socket.write(many)
      await wait(1)
    }
    socket.end()
  },
}

/** Thirty kilobytes of text by somebody new, as an update that stands alone. */
function awayUpdate(clientId: number): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = clientId
  const text = new Y.XmlText()
  const paragraph = new Y.XmlElement('paragraph')
  text.insert(0, 'word '.repeat(6_000))
  paragraph.insert(0, [text])
  ;(doc.get(sectionRoot(typistSection), Y.XmlElement) as Y.XmlElement).insert(0, [paragraph])
  return syncMessage('update', Y.encodeStateAsUpdate(doc))
}
