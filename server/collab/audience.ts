import { AsyncResource } from 'node:async_hooks'
import * as Y from 'yjs'
import type { Logger } from '../log.ts'
import type { Refusal } from './admission.ts'
import { AwarenessGuard } from './awareness-guard.ts'
import type { Connection } from './connection.ts'
import type { Frame } from './frames.ts'
import { awarenessFrame, joined, keepAliveFrame, syncFrame } from './frames.ts'
import { limits } from './limits.ts'
import type { Room } from './room.ts'
import type { LogEntry } from './update-log.ts'

/** A larger group goes out as it is: the cost of merging grows faster than the group does. */
const mergedAtMost = 16

interface PresenceNews {
  changes: ReadonlyMap<number, Uint8Array>
  /** For everybody whose own entry is not among them. */
  frame: Frame
}

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
  /** Carets have moved that nobody was told of. */
  private collecting = false

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

  /**
   * Sends committed changes to everybody but those who made them, and in the same write who moved meanwhile: the
   * letter and the caret behind it.
   */
  fanOut(entries: readonly LogEntry[]): void {
    const updates = entries.map(({ bytes }) => bytes)
    const frames = updates.map((bytes) => syncFrame('update', bytes))
    const authors = new Set(entries.flatMap(({ seq }) => this.origins.get(seq) ?? []))
    const presence = this.takePresence()
    const isMerged = entries.length > 1 && entries.length <= mergedAtMost
    const whole = isMerged ? syncFrame('update', Y.mergeUpdates(updates)) : joined(frames)
    const shared = presence ? joined([whole, presence.frame]) : whole
    for (const member of this.members) {
      if (authors.has(member)) this.tellAuthor(member, entries, frames, presence)
      else if (presence?.changes.has(this.guard.idOf(member) ?? -1)) {
        const others = this.presenceFor(member, presence)
        member.outlet.sendUpdates(others ? joined([whole, others]) : whole, updates)
      } else member.outlet.sendUpdates(shared, updates)
    }
    for (const { seq } of entries) this.origins.delete(seq)
  }

  /** Collects changes of presence for a moment: carets move faster than eyes. */
  presenceChanged(): void {
    if (this.collecting) return
    this.collecting = true
    // One timer, wound up again and again: a new one for every caret that moves would cost more than the caret.
    if (this.timer) this.timer.refresh()
    else {
      this.timer = this.scope.runInAsyncScope(() =>
        setTimeout(() => {
          if (this.collecting) this.tellPresence()
        }, limits.awarenessInterval).unref(),
      )
    }
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

  private tellAuthor(
    member: Connection,
    entries: readonly LogEntry[],
    frames: readonly Frame[],
    presence: PresenceNews | undefined,
  ): void {
    const others = entries.filter(({ seq }) => this.origins.get(seq) !== member)
    const news = frames.filter((_, i) => this.origins.get(entries[i]?.seq ?? 0) !== member)
    const faces = presence && this.presenceFor(member, presence)
    if (others.length > 0) {
      member.outlet.sendUpdates(
        joined(faces ? [...news, faces] : news),
        others.map(({ bytes }) => bytes),
      )
    } else if (faces) member.outlet.sendPassing(faces)
  }

  private tellPresence(): void {
    const presence = this.takePresence()
    if (!presence) return
    for (const member of this.members) {
      const frame = this.presenceFor(member, presence)
      if (frame) member.outlet.sendPassing(frame)
    }
  }

  private takePresence(): PresenceNews | undefined {
    this.collecting = false
    const changes = this.guard.takeChanges()
    return changes.size === 0 ? undefined : { changes, frame: awarenessFrame([...changes.values()]) }
  }

  /** Nobody is told of the own face: a client would take the server's copy for newer than its caret. */
  private presenceFor(member: Connection, { changes, frame }: PresenceNews): Frame | undefined {
    const own = this.guard.idOf(member)
    if (own === undefined || !changes.has(own)) return frame
    if (changes.size === 1) return undefined
    return awarenessFrame([...changes].filter(([id]) => id !== own).map(([, entry]) => entry))
  }
}
