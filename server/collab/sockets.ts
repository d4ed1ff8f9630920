import { AsyncResource } from 'node:async_hooks'
import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { WebSocketServer } from 'ws'
import { closeCodes } from '../../collab/close-codes.ts'
import type { Deps } from '../deps.ts'
import type { Request } from './access.ts'
import { accessOf, readRequest, replaced } from './access.ts'
import { Addresses, addressOf } from './addresses.ts'
import { Audience } from './audience.ts'
import { Budget, Budgets } from './budget.ts'
import { closeSlowly } from './close-slowly.ts'
import { Connection } from './connection.ts'
import { bytesOf, Intake } from './intake.ts'
import type { SocketRates } from './limits.ts'
import { limits } from './limits.ts'
import type { CollabMetrics } from './metrics.ts'
import { recheck } from './recheck.ts'
import { RightsWatch } from './rights-watch.ts'
import type { Room } from './room.ts'
import type { Rooms } from './rooms.ts'
import type { LogEntry } from './update-log.ts'

const ignore = () => undefined

type Refused = { closeCode: number; reason: string }

interface Member {
  request: Request
  audience: Audience
  intake: Intake
}

const options = {
  noServer: true,
  clientTracking: false,
  maxPayload: limits.frameBytes,
  maxFragments: limits.fragmentsPerMessage,
  maxBufferedChunks: limits.chunksPerMessage,
  perMessageDeflate: false,
  closeTimeout: limits.goodbyeTime,
} as const

/** Every open socket: lets them in, looks after them, and sends them away. */
export class Sockets {
  private readonly wss = new WebSocketServer(options)
  private readonly open = new Set<WebSocket>()
  private readonly members = new Map<Connection, Member>()
  private readonly audiences = new Map<Room, Audience>()
  private readonly timers: NodeJS.Timeout[]
  private readonly scope = new AsyncResource('Sockets')
  private closing = false
  private degraded = false
  private readonly deps: Deps
  private readonly rooms: Rooms
  private readonly metrics: CollabMetrics
  private readonly rates: SocketRates
  private readonly budgets: Budgets
  private readonly addresses = new Addresses()
  private readonly rights: RightsWatch

  constructor(deps: Deps, rooms: Rooms, metrics: CollabMetrics, rates: SocketRates) {
    this.deps = deps
    this.rooms = rooms
    this.metrics = metrics
    this.rates = rates
    this.budgets = new Budgets(rates)
    this.rights = new RightsWatch(deps)
    this.timers = [
      setInterval(() => this.keepAlive(), limits.keepAliveInterval),
      setInterval(() => this.ping(), limits.pingInterval),
      setInterval(() => void this.lookAtRights(), limits.rightsInterval),
      setInterval(() => this.sweep(), limits.sweepInterval),
    ]
    for (const timer of this.timers) timer.unref()
  }

  get size(): number {
    return this.open.size
  }

  /** Bytes that the slowest reader has not taken yet. */
  get bufferedMost(): number {
    let most = 0
    for (const { bufferedAmount } of this.open) most = Math.max(most, bufferedAmount)
    return most
  }

  /** Accepts first and closes with a code afterwards: a browser cannot see why an upgrade was refused. */
  handleUpgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    // The HTTP server gives what it has accepted itself: a TCP socket.
    const wire = stream as Socket
    this.scope.runInAsyncScope(() =>
      this.wss.handleUpgrade(request, wire, head, (ws) => {
        const address = addressOf(request, this.deps.env.trustProxy)
        const hasRoom = this.arrive(ws, address)
        const intake = new Intake(ws, wire)
        const entry = hasRoom
          ? this.admit(ws, wire, request, intake)
          : Promise.resolve({ closeCode: closeCodes.overloaded, reason: 'too many connections' })
        entry
          .catch((error) => {
            this.deps.log.error({ err: error }, 'socket: cannot be let in')
            return { closeCode: closeCodes.slow, reason: 'try again later' }
          })
          .then((refused) => {
            this.addresses.settle(address)
            if (refused) intake.refuse(refused.closeCode, refused.reason)
          })
      }),
    )
  }

  /** Sends committed changes of a room to its sockets. */
  fanOut(room: Room, entries: readonly LogEntry[]): void {
    this.audiences.get(room)?.fanOut(entries)
  }

  setDegraded(is: boolean): void {
    this.degraded = is
    for (const audience of this.audiences.values()) audience.setDegraded(is)
  }

  /** Who has a room open. */
  present(room: Room): { people: string[]; sockets: number } {
    const members = [...(this.audiences.get(room)?.members ?? [])]
    const people = new Map(members.map(({ viewer }) => [viewer.actorId, viewer.name]))
    return { people: [...people.values()].sort(), sockets: members.length }
  }

  closeRoom(room: Room, code: number, reason: string): void {
    this.audiences.get(room)?.closeAll(code, reason)
  }

  /** Looks again at the rights of open sockets; those that lost theirs are closed, at the latest within two seconds. */
  reauthorise({ draftId, actorId }: { draftId?: string; actorId?: string }): void {
    for (const [connection, { request }] of this.members) {
      if (draftId !== undefined && request.draftId !== draftId) continue
      if (actorId !== undefined && connection.viewer.actorId !== actorId) continue
      void recheck(this.deps, connection, request, this.degraded)
    }
  }

  /** Closes every socket so that clients come back later; resolves when all are gone. */
  async close(): Promise<void> {
    this.closing = true
    for (const timer of this.timers) clearInterval(timer)
    await closeSlowly(this.open)
    for (const audience of this.audiences.values()) audience.stop()
    this.scope.emitDestroy()
  }

  /**
   * Counts a socket for as long as it is open. What listens here lives as long, so it must not see the HTTP request.
   *
   * @returns whether there is room for it.
   */
  private arrive(ws: WebSocket, address: string): boolean {
    this.open.add(ws)
    ws.on('close', (code) => {
      this.open.delete(ws)
      this.addresses.leave(address)
      this.metrics.closed(code)
    })
    // A socket that breaks also closes; there is nothing more to do about it.
    ws.on('error', ignore)
    return this.addresses.arrive(address)
  }

  /** Lets a socket in. @returns why not, or undefined. */
  private async admit(ws: WebSocket, wire: Socket, raw: IncomingMessage, intake: Intake): Promise<Refused | undefined> {
    const later = { closeCode: closeCodes.slow, reason: 'try again later' }
    if (this.closing) return { closeCode: closeCodes.restarting, reason: 'restarting' }
    if (this.open.size > limits.sockets) return { closeCode: closeCodes.overloaded, reason: 'too many connections' }
    const deadline = setTimeout(() => intake.refuse(closeCodes.slow, 'too slow'), limits.admittanceDeadline)
    try {
      const request = readRequest(this.deps, raw)
      if ('closeCode' in request) return request
      const first = await accessOf(this.deps, request)
      if ('closeCode' in first) return first
      const { actorId } = first.viewer
      if (
        this.countOf(request.draftId, actorId) >= limits.socketsPerPersonAndDraft ||
        this.budgets.socketsOf(actorId) >= limits.socketsPerPerson
      ) {
        return { closeCode: closeCodes.rateLimited, reason: 'too many windows' }
      }
      const wasLoaded = this.rooms.get(request.draftId) !== undefined
      // Who has no copy wants all of it.
      const sent = request.generation === undefined ? await this.rooms.storedState(request.draftId) : undefined
      if (sent && ws.readyState === ws.OPEN) wire.write(sent.frame)
      const room = await this.rooms.acquire(request.draftId)
      // Rights may have been taken while the document was loaded.
      const access = wasLoaded
        ? first
        : await accessOf(this.deps, request).catch((error) => {
            this.rooms.release(room)
            throw error
          })
      if ('closeCode' in access || ws.readyState !== ws.OPEN || this.closing || !room.alive) {
        this.rooms.release(room)
        return 'closeCode' in access ? access : later
      }
      if (sent && sent.generation !== room.generation) {
        this.rooms.release(room)
        return replaced(room.generation)
      }
      const audience = this.audienceOf(room)
      const mayWrite = access.mayWrite && room.damage === null
      const budget = new Budget(this.rates, this.budgets.join(actorId))
      const connection = new Connection(ws, wire, room, audience, { ...access, mayWrite }, budget, sent?.frame)
      const member = {
        request: { ...request, generation: room.generation },
        audience,
        intake,
      }
      this.join(ws, connection, member)
      return undefined
    } finally {
      clearTimeout(deadline)
    }
  }

  private join(ws: WebSocket, connection: Connection, member: Member): void {
    const { room } = connection
    const { intake } = member
    this.members.set(connection, member)
    ws.on('message', (data, isBinary) => {
      intake.finished()
      if (isBinary) connection.receive(bytesOf(data))
      else connection.close(closeCodes.badUpdate, 'binary messages only')
    })
    ws.on('ping', () => intake.finished())
    ws.on('pong', () => {
      intake.finished()
      connection.unanswered = 0
    })
    ws.on('close', () => {
      this.members.delete(connection)
      member.audience.leave(connection)
      if (member.audience.members.size === 0) {
        member.audience.stop()
        this.audiences.delete(room)
      }
      this.rooms.release(room)
      this.budgets.leave(connection.viewer.actorId)
    })
    member.audience.join(connection)
    member.intake.open()
  }

  private audienceOf(room: Room): Audience {
    const audience = this.audiences.get(room) ?? new Audience(room, this.degraded, this.deps.log)
    this.audiences.set(room, audience)
    return audience
  }

  private countOf(draftId: string, actorId: string): number {
    // Most people have one window, and a look at everybody's takes a while in a full house.
    if (this.budgets.socketsOf(actorId) < limits.socketsPerPersonAndDraft) return 0
    let count = 0
    for (const [{ viewer }, { request }] of this.members) {
      if (request.draftId === draftId && viewer.actorId === actorId) count += 1
    }
    return count
  }

  private async lookAtRights(): Promise<void> {
    const members = [...this.members].flatMap(([connection, member]) => {
      const { draftId, credential } = member.request
      return credential ? { connection, member, actorId: connection.viewer.actorId, draftId, credential } : []
    })
    const changed = await this.rights.look(members).catch((error) => {
      this.deps.log.error({ err: error }, 'socket: rights cannot be looked at')
      return []
    })
    for (const { connection, member } of changed) void recheck(this.deps, connection, member.request, this.degraded)
  }

  private sweep(): void {
    this.budgets.sweep()
    for (const [connection, { intake }] of this.members) {
      if (intake.isStalled()) connection.close(closeCodes.slow, 'unfinished message')
    }
  }

  private keepAlive(): void {
    for (const audience of this.audiences.values()) audience.keepAlive()
  }

  private ping(): void {
    for (const connection of this.members.keys()) {
      if (connection.unanswered >= 2) connection.terminate()
      else connection.ping()
    }
  }
}
