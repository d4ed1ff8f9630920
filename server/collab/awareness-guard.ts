import * as decoding from 'lib0/decoding'
import type { Viewer } from '../../domain/access/viewer.ts'
import { limits } from './limits.ts'
import { presenceState } from './presence-state.ts'
import { putVarUint, varUintLength } from './var-uint.ts'

/** Somebody whose presence a room shows: one socket. */
export interface Present {
  readonly viewer: Viewer
  readonly mayWrite: boolean
}

interface Shown {
  by: Present
  /** Clock that the client gave its state. */
  theirs: number
  entry: Uint8Array
}

const utf8 = new TextDecoder()

/**
 * Presence in one room (SPEC [P1]–[P5]). Every socket has one awareness id; what it says of other ids is ignored;
 * who it is, is written by the server. Clocks are the server's own and follow the time, so that a state told after a
 * restart is newer than any told before it.
 */
export class AwarenessGuard {
  private readonly shown = new Map<number, Shown>()
  private readonly ids = new Map<Present, number>()
  private readonly owners = new Map<number, string>()
  /** The ids of each person, oldest first. */
  private readonly idsOf = new Map<string, number[]>()
  private changed = new Map<number, Uint8Array>()
  private lastClock = 0
  private readonly writerUnder: (client: number) => string | undefined

  /** @param writerUnder who has written in the document under an id. */
  constructor(writerUnder: (client: number) => string | undefined) {
    this.writerUnder = writerUnder
  }

  /**
   * Takes an awareness update from a socket.
   *
   * @returns true when there is something to tell the others.
   * @throws RangeError or similar for bytes that are no awareness update.
   */
  receive(from: Present, update: Uint8Array): boolean {
    const decoder = decoding.createDecoder(update)
    const count = decoding.readVarUint(decoder)
    for (let i = 0; i < count; i += 1) {
      const id = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      const length = decoding.readVarUint(decoder)
      if (decoder.pos + length > update.length) throw new RangeError('awareness entry is cut short')
      if (!this.isOwn(from, id)) {
        decoder.pos += length
        continue
      }
      const json = utf8.decode(update.subarray(decoder.pos, decoder.pos + length))
      decoder.pos += length
      this.accept(from, id, clock, json)
    }
    return this.changed.size > 0
  }

  /** The socket is gone: so is its face, at once. */
  leave(from: Present): boolean {
    const id = this.ids.get(from)
    this.ids.delete(from)
    if (id === undefined || this.shown.get(id)?.by !== from) return false
    this.shown.delete(id)
    this.changed.set(id, this.encode(id, 'null'))
    return true
  }

  /** Everybody's entries but the own one. */
  allFor(to: Present): Uint8Array[] {
    const own = this.ids.get(to)
    return [...this.shown].filter(([id]) => id !== own).map(([, { entry }]) => entry)
  }

  /** Entries that changed since the last call, by id. */
  takeChanges(): ReadonlyMap<number, Uint8Array> {
    const { changed } = this
    this.changed = new Map()
    return changed
  }

  /** Ids that are shown, and ids that are remembered. */
  get size(): { shown: number; remembered: number } {
    return { shown: this.shown.size, remembered: this.owners.size }
  }

  idOf(from: Present): number | undefined {
    return this.ids.get(from)
  }

  /** Whose face is or was lately seen under an id. */
  ownerOf(id: number): string | undefined {
    return this.owners.get(id)
  }

  private isOwn(from: Present, id: number): boolean {
    const bound = this.ids.get(from)
    if (bound !== undefined) return bound === id
    const owner = this.writerUnder(id) ?? this.owners.get(id) ?? from.viewer.actorId
    return owner === from.viewer.actorId
  }

  private accept(from: Present, id: number, clock: number, json: string): void {
    const before = this.shown.get(id)
    // The same page on a new socket, while the old one has not been noticed to be dead.
    const takesOver = before !== undefined && before.by !== from
    if (before && !takesOver && clock <= before.theirs) return
    if (json === 'null') {
      if (before && !takesOver) {
        this.shown.delete(id)
        this.changed.set(id, this.encode(id, 'null'))
      }
      return
    }
    const state = presenceState(json, from.viewer, from.mayWrite)
    if (state === null) return
    if (takesOver) this.ids.delete(before.by)
    this.ids.set(from, id)
    this.remember(id, from.viewer.actorId)
    const entry = this.encode(id, state)
    this.shown.set(id, { by: from, theirs: clock, entry })
    this.changed.set(id, entry)
  }

  private remember(id: number, actorId: string): void {
    if (this.owners.get(id) === actorId) return
    this.owners.set(id, actorId)
    const ids = this.idsOf.get(actorId) ?? []
    this.idsOf.set(actorId, ids)
    ids.push(id)
    if (ids.length <= limits.presenceIdsKept) return
    // Whoever comes under many ids makes only the own ones forgotten, and none of a face that is seen.
    const oldest = ids.findIndex((one) => !this.shown.has(one))
    if (oldest !== -1) for (const one of ids.splice(oldest, 1)) this.owners.delete(one)
  }

  private encode(id: number, state: string): Uint8Array {
    this.lastClock = Math.max(this.lastClock + 1, Math.floor(Date.now() / 10))
    const clock = this.lastClock
    const length = Buffer.byteLength(state)
    const entry = Buffer.allocUnsafeSlow(varUintLength(id) + varUintLength(clock) + varUintLength(length) + length)
    const at = putVarUint(entry, putVarUint(entry, putVarUint(entry, 0, id), clock), length)
    entry.write(state, at)
    return entry
  }
}
