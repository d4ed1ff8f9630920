import { AsyncResource } from 'node:async_hooks'
import type { AnchorChange, TrackedAnchor } from '../../collab/anchor-tracker.ts'
import { AnchorTracker } from '../../collab/anchor-tracker.ts'
import type { AnchorRow } from '../../db/queries/anchors.ts'
import { listDocumentAnchors, moveAnchor } from '../../db/queries/anchors.ts'
import type { Deps } from '../deps.ts'
import { limits } from './limits.ts'
import type { Room } from './room.ts'
import type { LogEntry } from './update-log.ts'

interface Watched {
  /** Undefined where the room has no anchors, or they were not looked up yet. */
  tracker: AnchorTracker | undefined
  /** The anchors that the room has are all followed. */
  listed: boolean
  /** Committed changes that the tracker was not told of yet. */
  pending: Uint8Array[]
  timer: NodeJS.Timeout | undefined
  /** When the timer goes off, by `performance.now()`. */
  due: number
  looking: boolean
  /** Found, and not written yet. */
  unwritten: Map<string, AnchorChange>
  /** When contexts were written last, by `performance.now()`. */
  contextsAt: number
  /** The room was let go; nothing is written of it any more. */
  ended: boolean
}

/**
 * Places the anchors of open documents anew after what was committed (domain/anchors SPEC [N7]–[N12]): some time after
 * the acknowledgement, all changes of that time together, and never for more than a small share of the time. A document
 * without anchors costs one look into a map for each commit.
 */
export class AnchorWatch {
  private readonly watched = new WeakMap<Room, Watched>()
  private readonly timers = new Set<NodeJS.Timeout>()
  private stopped = false
  private readonly scope = new AsyncResource('AnchorWatch')
  private readonly deps: Omit<Deps, 'collab'>

  constructor(deps: Omit<Deps, 'collab'>) {
    this.deps = deps
  }

  /** Something was committed, and everybody was told. */
  note(room: Room, entries: readonly LogEntry[]): void {
    const own = this.watched.get(room) ?? this.watch(room)
    if (own.ended || (own.listed && !own.tracker)) return
    for (const { bytes } of entries) own.pending.push(bytes)
    this.schedule(room, own, limits.anchorInterval)
  }

  /** The document was loaded, or an anchor was added to it: what stands beside its words is noted at once ([N9]). */
  follow(room: Room): void {
    const own = this.watched.get(room) ?? this.watch(room)
    if (own.ended || room.damage !== null) return
    own.listed = false
    const done = () => this.scheduleNext(room, own, limits.anchorInterval)
    this.scope.runInAsyncScope(
      () =>
        void this.load(room, own)
          .catch((error) => this.failed(room, error))
          .then(done),
    )
  }

  /** The document was let go; what is in memory of it may be older than what comes after. */
  forget(room: Room): void {
    const own = this.watched.get(room) ?? this.watch(room)
    own.ended = true
    this.unschedule(own)
  }

  stop(): void {
    this.stopped = true
    for (const timer of this.timers) clearTimeout(timer)
    this.scope.emitDestroy()
  }

  private watch(room: Room): Watched {
    const own: Watched = {
      tracker: undefined,
      listed: false,
      pending: [],
      timer: undefined,
      due: 0,
      looking: false,
      unwritten: new Map(),
      contextsAt: 0,
      ended: false,
    }
    this.watched.set(room, own)
    return own
  }

  private schedule(room: Room, own: Watched, wait: number): void {
    const due = performance.now() + wait
    if (own.looking || own.ended || this.stopped || (own.timer && own.due <= due)) return
    this.unschedule(own)
    own.due = due
    const timer = this.scope.runInAsyncScope(() =>
      setTimeout(() => {
        this.timers.delete(timer)
        own.timer = undefined
        void this.look(room, own)
      }, wait).unref(),
    )
    own.timer = timer
    this.timers.add(timer)
  }

  private unschedule(own: Watched): void {
    if (own.timer) this.timers.delete(own.timer)
    clearTimeout(own.timer)
    own.timer = undefined
  }

  private failed(room: Room, error: unknown): void {
    if (!this.stopped) this.deps.log.warn({ err: error, draftId: room.draftId }, 'anchors: not placed anew')
  }

  private async load(room: Room, own: Watched): Promise<void> {
    const rows = await listDocumentAnchors(this.deps.store.read, room.draftId)
    const mine = rows.filter(({ generation }) => generation === room.generation)
    if (this.isOver(room, own)) return
    own.listed = true
    if (mine.length > 0) own.tracker ??= new AnchorTracker(room.doc, own.pending)
    for (const row of mine) if (!own.tracker?.has(row.threadId)) own.tracker?.add(tracked(row))
    this.place(room, own)
  }

  private place(room: Room, own: Watched): void {
    const { tracker } = own
    for (const bytes of own.pending) tracker?.commit(bytes)
    own.pending = []
    for (const change of tracker?.look(!room.dirty) ?? []) {
      const before = own.unwritten.get(change.id)
      own.unwritten.set(change.id, { ...change, contextOnly: change.contextOnly && (before?.contextOnly ?? true) })
    }
  }

  private isOver(room: Room, own: Watched): boolean {
    return own.ended || this.stopped || !room.alive
  }

  private async look(room: Room, own: Watched): Promise<void> {
    if (own.looking || this.isOver(room, own)) return
    own.looking = true
    let wait: number = limits.anchorInterval
    try {
      if (!own.listed) await this.load(room, own)
      if (!own.tracker || this.isOver(room, own)) return
      const started = performance.now()
      this.place(room, own)
      // A long section is looked at less often, so that its people share the processor with it.
      const rest = (performance.now() - started) * limits.anchorRest
      wait = Math.max(wait, Math.min(rest, limits.anchorLongestRest))
      await this.write(room, own)
    } catch (error) {
      this.failed(room, error)
    } finally {
      own.looking = false
      this.scheduleNext(room, own, wait)
    }
  }

  /** Looks again, or writes, after `wait` where there is something to do. */
  private scheduleNext(room: Room, own: Watched, wait: number): void {
    const isMoved = [...own.unwritten.values()].some(({ contextOnly }) => !contextOnly)
    if (own.pending.length > 0 || isMoved) this.schedule(room, own, wait)
    else if (own.unwritten.size > 0) this.schedule(room, own, limits.anchorContexts)
  }

  private async write(room: Room, own: Watched): Promise<void> {
    const changes = [...own.unwritten.values()]
    const moved = changes.filter(({ contextOnly }) => !contextOnly)
    const now = performance.now()
    if (changes.length === 0 || (moved.length === 0 && now - own.contextsAt < limits.anchorContexts)) return
    const { draftId, generation, seq } = room
    // Nothing is said of characters that are not on disk.
    await room.durable(seq)
    if (own.ended) return
    own.contextsAt = now
    await this.deps.store.tx(async (q) => {
      const updatedAt = this.deps.now()
      for (const { id, state, start, end, before, after } of changes) {
        const change = { state, start, end, before, after, docSeq: seq, updatedAt }
        await moveAnchor(q, { threadId: id, generation }, change)
      }
    })
    for (const change of changes) if (own.unwritten.get(change.id) === change) own.unwritten.delete(change.id)
    if (moved.length === 0) return
    this.deps.live.publish([
      ...moved.map(({ id }) => ({ topic: `thread/${id}`, type: 'anchor.moved', id })),
      { topic: `draft/${draftId}`, type: 'anchor.moved', id: draftId },
    ])
  }
}

function tracked({ threadId, section, state, quote, before, after, start, end }: AnchorRow): TrackedAnchor {
  return { id: threadId, section, state, quote, before, after, start: start ?? '', end: end ?? '' }
}
