import { AsyncResource } from 'node:async_hooks'
import * as Y from 'yjs'
import type { Logger } from '../log.ts'
import type { Refusal } from './admission.ts'
import { AwarenessGuard } from './awareness-guard.ts'
import type { Connection } from './connection.ts'
import { awarenessFrame, keepAliveFrame, syncFrame } from './frames.ts'
import { limits } from './limits.ts'
import type { Room } from './room.ts'
import type { LogEntry } from './update-log.ts'

/** The sockets of one room, and what goes out to all of them. */
export class Audience {
  readonly members = new Set<Connection>()
  readonly guard: AwarenessGuard
  readonly room: Room
  degraded: boolean
  private readonly origins = new Map<number, Connection>()
  private readonly log: Logger
  private readonly scope = new AsyncResource('Audience')
  private timer: NodeJS.Timeout | undefined

  constructor(room: Room, degraded: boolean, log: Logger) {
    this.room = room
    this.degraded = degraded
    this.log = log
    this.guard = new AwarenessGuard((client) => room.clients.get(client))
    room.presentAs = (client) => this.guard.ownerOf(client)
  }

  join(connection: Connection): void {
    this.members.add(connection)
    connection.greet()
  }

  leave(connection: Connection): void {
    if (!this.members.delete(connection)) return
    connection.outlet.stop()
    if (this.guard.leave(connection)) this.tellPresence()
  }

  /** Remembers who sent an update, so that it is not sent back. */
  sent(seq: number, by: Connection): void {
    this.origins.set(seq, by)
  }

  refused({ viewer }: Connection, why: Refusal, detail: string): void {
    this.room.metrics.rejected(why)
    this.log.warn({ draftId: this.room.draftId, actorId: viewer.actorId, why, detail }, 'document update refused')
  }

  differed({ viewer }: Connection, section: string): void {
    this.room.metrics.counts.desyncs += 1
    this.log.warn(
      { draftId: this.room.draftId, actorId: viewer.actorId, section },
      'an editor differed from its document',
    )
  }

  closed(code: number): void {
    this.log.debug({ draftId: this.room.draftId, code }, 'socket closed')
  }

  /** Sends committed changes to everybody but those who made them. */
  fanOut(entries: readonly LogEntry[]): void {
    const authors = new Set(entries.flatMap(({ seq }) => this.origins.get(seq) ?? []))
    const frames = entries.map((entry) => ({ entry, frame: syncFrame('update', entry.bytes) }))
    const first = frames[0]
    if (!first) return
    const whole = entries.length > 1 ? Y.mergeUpdates(entries.map(({ bytes }) => bytes)) : first.entry.bytes
    const wholeFrame = entries.length > 1 ? syncFrame('update', whole) : first.frame
    for (const member of this.members) {
      if (!authors.has(member)) member.outlet.sendUpdate(wholeFrame, whole)
      else {
        for (const { entry, frame } of frames) {
          if (this.origins.get(entry.seq) !== member) member.outlet.sendUpdate(frame, entry.bytes)
        }
      }
    }
    for (const { seq } of entries) this.origins.delete(seq)
  }

  /** Collects changes of presence for a moment: carets move faster than eyes. */
  presenceChanged(): void {
    this.timer ??= this.scope.runInAsyncScope(() =>
      setTimeout(() => this.tellPresence(), limits.awarenessInterval).unref(),
    )
  }

  keepAlive(): void {
    for (const member of this.members) member.outlet.sendPassing(keepAliveFrame)
  }

  setDegraded(is: boolean): void {
    this.degraded = is
    for (const member of this.members) member.sendStatus(is)
  }

  closeAll(code: number, reason: string): void {
    for (const member of this.members) member.close(code, reason)
  }

  stop(): void {
    clearTimeout(this.timer)
    this.scope.emitDestroy()
  }

  private tellPresence(): void {
    clearTimeout(this.timer)
    this.timer = undefined
    const changes = this.guard.takeChanges()
    if (changes.size === 0) return
    const everything = awarenessFrame([...changes.values()])
    for (const member of this.members) {
      const own = this.guard.idOf(member)
      if (own === undefined || !changes.has(own)) member.outlet.sendPassing(everything)
      else {
        const others = [...changes].filter(([id]) => id !== own).map(([, entry]) => entry)
        if (others.length > 0) member.outlet.sendPassing(awarenessFrame(others))
      }
    }
  }
}
