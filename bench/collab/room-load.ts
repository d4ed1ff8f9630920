import type { Buffer } from 'node:buffer'
import { syncMessage } from '../../collab/client-messages.ts'
import { messages, syncSteps } from '../../collab/messages.ts'
import { Latencies } from './latencies.ts'
import type { Target } from './targets.ts'
import { Typist } from './typist.ts'
import { readHead, readPresence, readRanges, wholeRequest } from './wire.ts'
import { LoadSocket } from './ws-client.ts'

let nextClientId = 1_000_000

/** Everybody in one room: some type, all listen. */
export class RoomLoad {
  readonly sockets: LoadSocket[] = []
  readonly typists: Typist[] = []
  /** From a writer's send call to every other person's reading of that letter. */
  readonly latencies: Latencies
  /** Letters that arrived at somebody else, each counted once per person. */
  lettersDelivered = 0
  presencesDelivered = 0
  private readonly indexes = new Map<number, number>()
  private readonly ended: Promise<void>[] = []

  constructor(latencies = new Latencies()) {
    this.latencies = latencies
  }

  /** Opens the sockets, greets as a y-websocket client does, and waits until each has the document. */
  async join(target: Target, draft: number, people: readonly number[], writers: number): Promise<void> {
    for (let i = 0; i < writers; i += 1) {
      const typist = new Typist(nextClientId)
      nextClientId += 1
      this.indexes.set(typist.id, this.typists.length)
      this.typists.push(typist)
    }
    await Promise.all(people.map((person, i) => this.enter(target, draft, person, i)))
    for (const [i, typist] of this.typists.entries()) this.sockets[i]?.send(typist.start())
  }

  /** Sends one letter of one writer. */
  type(writer: number, withCaret: boolean, now = performance.now()): void {
    const typist = this.typists[writer]
    const socket = this.sockets[writer]
    if (!typist || !socket?.isOpen) return
    socket.write(withCaret ? typist.keystroke(now) : typist.letter(now))
  }

  resetCounts(): void {
    this.latencies.reset()
    this.lettersDelivered = 0
    this.presencesDelivered = 0
  }

  closeCodes(): (number | undefined)[] {
    return this.sockets.filter(({ isOpen }) => !isOpen).map(({ code }) => code)
  }

  async leave(): Promise<void> {
    for (const socket of this.sockets) socket.end()
    await Promise.all(this.ended)
  }

  private async enter(target: Target, draft: number, person: number, index: number): Promise<void> {
    let ready: () => void = () => undefined
    const hasDocument = new Promise<void>((resolve) => {
      ready = resolve
    })
    const seen = new Int32Array(this.typists.length)
    const socket = new LoadSocket(target.port, target.path(draft, person), (data, start) => {
      const { type, step, body } = readHead(data, start)
      if (type === messages.sync) {
        if (step === syncSteps.update) this.onUpdate(data, body, index, seen)
        else if (step === syncSteps.reply) ready()
        // The empty answer of somebody who has nothing that the server lacks.
        else socket.send(syncMessage('reply', new Uint8Array([0, 0])))
      } else if (type === messages.awareness) {
        readPresence(data, body, (id, gone) => {
          if (!gone && this.indexes.get(id) !== index) this.presencesDelivered += 1
        })
      }
    })
    this.sockets[index] = socket
    this.ended.push(socket.closed)
    await socket.opened
    socket.send(wholeRequest)
    await Promise.race([
      hasDocument,
      socket.closed.then(() => {
        throw new Error(`a socket was closed while joining, with ${socket.code}`)
      }),
    ])
  }

  private onUpdate(data: Buffer, body: number, index: number, seen: Int32Array): void {
    const now = performance.now()
    readRanges(data, body, (client, from, to) => {
      const writer = this.indexes.get(client)
      if (writer === undefined || writer === index) return
      const typist = this.typists[writer]
      if (!typist) return
      for (let clock = Math.max(from, seen[writer]!); clock < to; clock += 1) {
        // The first three clocks are the paragraph, its text and its first letter.
        if (clock < 3) continue
        this.latencies.add(typist.age(clock, now))
        this.lettersDelivered += 1
      }
      seen[writer] = Math.max(seen[writer]!, to)
    })
  }
}

/** Calls back so that over time it is called `perSecond` times a second, in steps of a millisecond. */
export function pace(perSecond: number, act: (n: number) => void): () => void {
  const start = performance.now()
  let done = 0
  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - start) * perSecond) / 1000)
    while (done < due) {
      act(done)
      done += 1
    }
  }, 1)
  return () => clearInterval(timer)
}

export function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** Waits until something is so; false when it is not in time. */
export async function until(check: () => boolean, within: number): Promise<boolean> {
  const deadline = performance.now() + within
  while (!check()) {
    if (performance.now() > deadline) return false
    await wait(5)
  }
  return true
}
