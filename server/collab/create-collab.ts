import { closeCodes } from '../../collab/close-codes.ts'
import { seedUpdate } from '../../collab/doc-shape.ts'
import { findDraft } from '../../db/queries/drafts.ts'
import type { Q } from '../../db/store.ts'
import type { EntryContent } from '../../domain/entries/kinds.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { replaced } from './access.ts'
import { Activity } from './activity.ts'
import { AnchorWatch } from './anchor-watch.ts'
import { CommitQueue } from './commit-queue.ts'
import { makeUpdate } from './edit-document.ts'
import type { SocketRates } from './limits.ts'
import { limits, rates } from './limits.ts'
import { CollabMetrics } from './metrics.ts'
import { writeReplacement } from './replace-document.ts'
import type { Room } from './room.ts'
import { Rooms } from './rooms.ts'
import type { CollabService } from './service.ts'
import { Sockets } from './sockets.ts'
import type { UpdateLog } from './update-log.ts'
import { appendEntries, createUpdateLog } from './update-log.ts'

/** The collaboration server on this process's database. */
export function createCollab(
  deps: Omit<Deps, 'collab'>,
  log: UpdateLog = createUpdateLog(deps.store),
  socketRates: Partial<SocketRates> = {},
): CollabService {
  const metrics = new CollabMetrics()
  const activity = new Activity(deps)
  const anchors = new AnchorWatch(deps)
  const queue = new CommitQueue(
    log,
    {
      committed(draftId, entries) {
        const room = rooms.get(draftId)
        if (!room) return
        sockets.fanOut(room, entries)
        room.committed(entries)
        activity.note(room)
        anchors.note(room, entries)
        if (room.updatesSinceSnapshot > limits.compactAfter) void rooms.compact(room)
      },
      refused(draftId) {
        const room = rooms.get(draftId)
        if (!room) return
        room.refused(
          new AppError(
            'gone',
            'The draft was deleted or replaced, a right to write in it was lost, or it has to be loaded again.',
          ),
        )
        rooms.drop(room)
        void closeRefused(room)
      },
      degraded: (is) => sockets.setDegraded(is),
    },
    deps.log,
    metrics,
  )
  const rooms = new Rooms(deps, queue, log, metrics, {
    loaded: (room) => anchors.follow(room),
    dropped: (room) => anchors.forget(room),
  })

  /** A deleted draft is gone for good; of one that was replaced the client's copy is; else coming back is enough. */
  async function closeRefused(room: Room): Promise<void> {
    const draft = await findDraft(deps.store.read, room.draftId).catch(() => undefined)
    if (draft && draft.deletedAt !== null) sockets.closeRoom(room, closeCodes.unknownRoom, 'draft deleted')
    else if (draft && draft.generation !== room.generation) {
      const { closeCode, reason } = replaced(draft.generation)
      sockets.closeRoom(room, closeCode, reason)
    } else {
      metrics.counts[room.spoiled ? 'spoiled' : 'rightsLost'] += 1
      sockets.closeRoom(room, closeCodes.slow, 'load again')
    }
  }

  /** Works once more where the room was dropped for somebody else's lost right or lost draft. */
  async function withRoom<T>(draftId: string, work: (room: Room) => Promise<T>, again = true): Promise<T> {
    const room = await rooms.acquire(draftId)
    try {
      return await work(room)
    } catch (error) {
      if (room.alive || !again) throw error
    } finally {
      rooms.release(room)
    }
    return withRoom(draftId, work, false)
  }

  const service: CollabService = {
    async createDocument(q: Q, draftId: string, actorId: string, content: EntryContent) {
      const draft = await findDraft(q, draftId)
      if (!draft) throw new Error(`createDocument: draft ${draftId} is not in the database yet`)
      const bytes = seedUpdate(content)
      const { generation } = draft
      await appendEntries(q, [
        {
          draftId,
          generation,
          seq: 1,
          actorId,
          bytes,
          newClients: [1],
          at: deps.now(),
          admittedAt: performance.now(),
          byServer: true,
        },
      ])
    },
    readDraft: (draftId) => withRoom(draftId, (room) => room.read()),
    readSection: (draftId, sectionId) => withRoom(draftId, (room) => room.readSection(sectionId)),
    anchorAdded(draftId) {
      const room = rooms.get(draftId)
      if (room) anchors.follow(room)
    },
    transact: (draftId, actorId, change, event) =>
      withRoom(draftId, async (room) => {
        const draft = await findDraft(deps.store.read, draftId)
        if (!draft || draft.deletedAt !== null) throw new AppError('gone', 'The draft was deleted.')
        const update = makeUpdate(room, change, () => Buffer.from(deps.randomBytes(4)).readUInt32BE() >>> 1)
        if (update) {
          const verdict = room.admit(update, actorId, true, true, event)
          if (!verdict.admitted) {
            throw new AppError(
              verdict.why === 'too-large' ? 'too-large' : 'bad-input',
              `The draft refused the change: ${verdict.detail}.`,
            )
          }
        }
        const { seq } = room
        await room.durable(seq)
        return { seq }
      }),
    replaceDocument: (draftId, actorId, change, within) =>
      withRoom(
        draftId,
        async (room) => {
          // From here on it takes no change; what was admitted is waited for.
          room.alive = false
          try {
            const reading = await room.read()
            const written = { draftId, actorId, at: deps.now(), content: change(reading) }
            const generation = await deps.store.tx((q) => writeReplacement(q, reading, written, within))
            const { closeCode, reason } = replaced(generation)
            sockets.closeRoom(room, closeCode, reason)
            return { generation }
          } catch (error) {
            sockets.closeRoom(room, closeCodes.slow, 'load again')
            throw error
          } finally {
            rooms.drop(room)
          }
        },
        false,
      ),
    compact: (draftId) =>
      withRoom(draftId, async (room) => {
        if (room.isWorthCompacting) await rooms.compact(room)
      }),
    reauthorise: (scope) => sockets.reauthorise(scope),
    handleUpgrade: (request, socket, head) => sockets.handleUpgrade(request, socket, head),
    status: () => ({
      rooms: rooms.size,
      sockets: sockets.size,
      dirtyRooms: rooms.loaded().filter((room) => room.dirty).length,
      queuedBytes: queue.queuedBytes,
      queueDepth: queue.depth,
      bufferedMost: sockets.bufferedMost,
      degraded: queue.degraded,
    }),
    openRooms: () =>
      rooms
        .loaded()
        .map((room) => ({ ...room.report(), ...sockets.present(room) }))
        .sort((a, b) => b.sockets - a.sockets || (a.draftId < b.draftId ? -1 : 1)),
    metrics,
    async close() {
      await queue.flush()
      await sockets.close()
      const written = await queue.flushWithin(limits.flushDeadline)
      if (written) await activity.stop()
      else deps.log.fatal({ bytes: queue.queuedBytes }, 'document log: changes are lost')
      queue.stop()
      anchors.stop()
      rooms.stop()
      return written ? 0 : queue.queuedBytes
    },
  }
  const sockets = new Sockets({ ...deps, collab: service }, rooms, metrics, { ...rates, ...socketRates })
  return service
}
