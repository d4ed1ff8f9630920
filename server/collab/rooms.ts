import { AsyncResource } from 'node:async_hooks'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import type { CommitQueue } from './commit-queue.ts'
import { Compactor } from './compactor.ts'
import { limits } from './limits.ts'
import { loadDocument } from './load-document.ts'
import type { CollabMetrics } from './metrics.ts'
import { Room } from './room.ts'
import type { StoredState } from './stored-states.ts'
import { StoredStates } from './stored-states.ts'
import type { UpdateLog } from './update-log.ts'

interface Resident {
  room: Promise<Room>
  loaded: Room | undefined
  /** How many sockets and calls hold it in memory. */
  holders: number
  timer: NodeJS.Timeout | undefined
}

/** The documents in memory: each loaded once however many ask, and let go when nobody holds it and it is clean. */
export class Rooms {
  private readonly residents = new Map<string, Resident>()
  /** Nobody holds these; the one that was let go first comes first. */
  private readonly idle = new Map<Resident, Room>()
  private readonly compacting = new Set<Room>()
  private stopped = false
  private readonly scope = new AsyncResource('Rooms')
  private readonly deps: Omit<Deps, 'collab'>
  private readonly queue: CommitQueue
  private readonly log: UpdateLog
  private readonly metrics: CollabMetrics
  private readonly compactor: Compactor
  private readonly stored: StoredStates
  private readonly told: { loaded(room: Room): void; dropped(room: Room): void }

  /** @param told of each document that is loaded, and of each that is let go. */
  constructor(
    deps: Omit<Deps, 'collab'>,
    queue: CommitQueue,
    log: UpdateLog,
    metrics: CollabMetrics,
    told: { loaded(room: Room): void; dropped(room: Room): void },
  ) {
    this.deps = deps
    this.queue = queue
    this.log = log
    this.metrics = metrics
    this.compactor = new Compactor(deps.env.databaseFile)
    this.stored = new StoredStates(deps.store.read)
    this.told = told
  }

  get size(): number {
    return this.residents.size
  }

  loaded(): Room[] {
    return [...this.residents.values()].flatMap(({ loaded }) => loaded ?? [])
  }

  get(draftId: string): Room | undefined {
    return this.residents.get(draftId)?.loaded
  }

  /** A document as it is stored, where it is not loaded and that tells all of it. Ask for the room after it. */
  async storedState(draftId: string): Promise<StoredState | undefined> {
    return this.residents.get(draftId)?.loaded ? undefined : this.stored.get(draftId)
  }

  /** Loads the document if need be and keeps it until `release`. @throws what `loadDocument` throws. */
  async acquire(draftId: string): Promise<Room> {
    const resident = this.residents.get(draftId) ?? this.load(draftId)
    resident.holders += 1
    this.wake(resident)
    try {
      return await resident.room
    } catch (error) {
      resident.holders -= 1
      throw error
    }
  }

  release(room: Room): void {
    const resident = this.residents.get(room.draftId)
    if (resident?.loaded !== room) return
    resident.holders -= 1
    if (resident.holders === 0) this.scheduleUnload(room, resident)
  }

  /** Forgets a document whose log refused it; the next who asks loads what is on disk. */
  drop(room: Room): void {
    const resident = this.residents.get(room.draftId)
    if (resident?.loaded !== room) return
    this.wake(resident)
    this.residents.delete(room.draftId)
    this.told.dropped(room)
    room.doc.destroy()
  }

  /** Writes a snapshot from which the document loads faster. Who edits meanwhile does not notice. */
  async compact(room: Room): Promise<void> {
    if (this.compacting.has(room) || room.damage !== null) return
    this.compacting.add(room)
    const since = room.updatesSinceSnapshot
    const { draftId, generation, kind, durableSeq: seq } = room
    room.updatesSinceSnapshot = 0
    const started = performance.now()
    try {
      const state = await this.compactor.run({ draftId, generation, kind, seq })
      await this.log.saveSnapshot({ draftId, generation, seq, state, at: this.deps.now() })
      this.metrics.compaction.observe(performance.now() - started)
    } catch (error) {
      room.updatesSinceSnapshot += since
      if (this.stopped) return
      this.metrics.counts.compactionFailures += 1
      this.deps.log.error({ err: error, draftId, seq }, 'document snapshot: not written')
    } finally {
      this.compacting.delete(room)
    }
  }

  stop(): void {
    this.stopped = true
    this.compactor.stop()
    for (const resident of this.residents.values()) {
      clearTimeout(resident.timer)
      resident.loaded?.doc.destroy()
    }
    this.residents.clear()
    this.scope.emitDestroy()
  }

  private load(draftId: string): Resident {
    const room = this.scope.runInAsyncScope(async () => {
      const sent = await this.stored.settled(draftId)
      const started = performance.now()
      const loaded = await loadDocument(this.deps.store.read, draftId)
      this.metrics.load.observe(performance.now() - started)
      if (loaded.damage !== null) {
        this.metrics.counts.quarantines += 1
        const { generation, seq, damage } = loaded
        this.deps.log.error(
          { alert: true, draftId, generation, seq, damage },
          'document: damaged, shown as it last was whole',
        )
      }
      return new Room(draftId, loaded, this.queue, this.deps.now, this.metrics, sent)
    })
    const resident: Resident = { room, loaded: undefined, holders: 0, timer: undefined }
    this.residents.set(draftId, resident)
    room.then(
      (loaded) => {
        resident.loaded = loaded
        this.stored.forget(draftId)
        this.told.loaded(loaded)
      },
      (error) => {
        this.stored.forget(draftId)
        this.residents.delete(draftId)
        if (!(error instanceof AppError && error.code === 'not-found')) {
          this.deps.log.error({ err: error, draftId }, 'document: cannot be loaded')
        }
      },
    )
    return resident
  }

  private wake(resident: Resident): void {
    clearTimeout(resident.timer)
    this.idle.delete(resident)
  }

  private scheduleUnload(room: Room, resident: Resident): void {
    clearTimeout(resident.timer)
    this.idle.set(resident, room)
    resident.timer = this.scope.runInAsyncScope(() =>
      setTimeout(() => void this.unload(room, resident), limits.idleRoom).unref(),
    )
    if (this.idle.size <= limits.idleRooms) return
    for (const [oldest, its] of this.idle) {
      // While the disk fails, any number of rooms may have to stay.
      if (its.dirty) continue
      this.wake(oldest)
      void this.unload(its, oldest)
      return
    }
  }

  /** Lets a room go that nobody holds and that is on disk; any other stays and is looked at again. */
  private async unload(room: Room, resident: Resident): Promise<void> {
    if (resident.holders > 0) return
    if (!room.dirty && room.isWorthCompacting) await this.compact(room)
    // Somebody may have come, or written and gone, while the snapshot was written.
    if (resident.holders > 0 || this.residents.get(room.draftId) !== resident) return
    if (room.dirty) this.scheduleUnload(room, resident)
    else this.drop(room)
  }
}
