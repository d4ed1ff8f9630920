import * as decoding from 'lib0/decoding'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { durableMessage } from '../../collab/client-messages.ts'
import type { RoomStatus } from '../../collab/messages.ts'
import { messages } from '../../collab/messages.ts'
import type { TestPerson } from './draft-world.ts'

/** Waits until something is so. */
export async function until(what: string, check: () => boolean | Promise<boolean>, within = 20_000): Promise<void> {
  const deadline = performance.now() + within
  while (!(await check())) {
    if (performance.now() > deadline) throw new Error(`still not so after ${within} ms: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

export interface Client {
  doc: Y.Doc
  provider: WebsocketProvider
  /** Close codes seen so far. */
  codes: number[]
  /** Resolves when everything sent so far is on the server's disk. */
  saved(): Promise<void>
}

/** A stock `WebsocketProvider` as a browser would have it: with the session's cookie and this site's Origin. */
export function connect(port: number, draftId: string, person: TestPerson, doc = new Y.Doc()): Client {
  class BrowserSocket extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols, {
        origin: `http://127.0.0.1:${port}`,
        headers: { cookie: person.cookie },
      })
    }
  }
  const provider = new WebsocketProvider(`ws://127.0.0.1:${port}/collab`, draftId, doc, {
    WebSocketPolyfill: BrowserSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  })
  const codes: number[] = []
  provider.on('connection-close', (event: { code: number } | null) => {
    if (event) codes.push(event.code)
  })
  const acked = new Set<number>()
  provider.messageHandlers[messages.durable] = (_encoder, decoder) => {
    acked.add(decoding.readVarUint(decoder))
  }
  let asked = 0
  onTestFinished(() => provider.destroy())
  return {
    doc,
    provider,
    codes,
    async saved() {
      asked += 1
      const n = asked
      provider.ws?.send(durableMessage(n))
      await until(`change ${n} acknowledged`, () => acked.has(n))
    },
  }
}

export async function synced(...clients: Client[]): Promise<void> {
  for (const { provider } of clients) await until('synced', () => provider.synced)
}

export interface RawClient {
  ws: WebSocket
  /** Every frame received. */
  frames: Uint8Array[]
  closed: Promise<{ code: number; reason: string }>
  send(frame: Uint8Array): void
}

interface RawOptions {
  cookie?: string
  origin?: string
  token?: string
}

/** A socket that sends whatever the test likes. Resolves when it is open. */
export async function rawConnect(
  port: number,
  path: string,
  { cookie, origin, token }: RawOptions,
): Promise<RawClient> {
  const query = token === undefined ? '' : `?token=${token}`
  const ws = new WebSocket(`ws://127.0.0.1:${port}${path}${query}`, {
    ...(origin === undefined ? {} : { origin }),
    headers: cookie === undefined ? {} : { cookie },
  })
  const frames: Uint8Array[] = []
  ws.on('message', (data: Buffer) => frames.push(new Uint8Array(data)))
  ws.on('error', () => undefined)
  const closed = new Promise<{ code: number; reason: string }>((resolve) =>
    ws.on('close', (code, reason) => resolve({ code, reason: String(reason) })),
  )
  onTestFinished(() => ws.terminate())
  await Promise.race([new Promise((resolve) => ws.once('open', resolve)), closed])
  return { ws, frames, closed, send: (frame) => ws.send(frame) }
}

/** A raw socket of a person, with a token. */
export function rawAs(port: number, draftId: string, person: TestPerson): Promise<RawClient> {
  return rawConnect(port, `/collab/${draftId}`, { token: person.token })
}

/** The room statuses that a raw client was told. */
export function statusesOf({ frames }: RawClient): RoomStatus[] {
  return frames
    .filter((frame) => frame[0] === messages.status)
    .map((frame) => {
      const decoder = decoding.createDecoder(frame)
      decoding.readVarUint(decoder)
      return JSON.parse(decoding.readVarString(decoder)) as RoomStatus
    })
}
