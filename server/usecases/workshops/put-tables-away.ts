import { findDraft, updateDraft } from '../../../db/queries/drafts.ts'
import { touchEntry } from '../../../db/queries/entries.ts'
import { listTaken } from '../../../db/queries/forks.ts'
import { listAllTables } from '../../../db/queries/workshop-tables.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { afterMove } from '../../../domain/drafts/moves.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentRights } from '../accounts/present-rights.ts'
import { loadLedRoom, roomEvents } from './room-access.ts'

/**
 * Closes what the tables wrote, once the room has chosen (workshops SPEC [T9]): as merged where a part of it was taken,
 * else as withdrawn. It stays readable, and its owner can take it back to writing.
 *
 * @throws AppError `conflict` while the room sits at tables or nothing is left to close, `not-allowed`, `signed-out`.
 */
export async function putTablesAway(deps: Deps, viewer: Viewer | null, input: { workshopId: string }): Promise<void> {
  if (!viewer) throw new AppError('signed-out', 'Sign in to lead a workshop.')
  const { workshopId } = input
  const closed = await deps.store.tx(async (q) => {
    const by = await presentRights(q, viewer)
    const { workshop } = await loadLedRoom(q, by, workshopId)
    if (workshop.atTables !== null) throw new AppError('conflict', 'Bring the room back to plenum first.')
    const ids: string[] = []
    for (const { forkId, draftId } of await listAllTables(q, workshopId)) {
      const fork = await findDraft(q, forkId)
      const wasTaken = (await listTaken(q, draftId)).some(({ from }) => from === forkId)
      const to = fork && fork.deletedAt === null ? afterMove(fork.state, wasTaken ? 'merge' : 'withdraw') : null
      if (!fork || to === null) continue
      await updateDraft(q, forkId, { state: to, updatedAt: deps.now() })
      const payload = { draftId: forkId, entryId: fork.entryId, actorId: by.actorId, from: fork.state }
      await recordEvent(deps, q, {
        type: wasTaken ? 'draft.merged' : 'draft.withdrawn',
        subject: `draft/${forkId}`,
        payload: wasTaken ? { ...payload, into: draftId } : { ...payload, to },
      })
      await touchEntry(q, fork.entryId)
      ids.push(forkId)
    }
    if (ids.length === 0) throw new AppError('conflict', 'What the tables wrote is put away already.')
    await recordEvent(deps, q, {
      type: 'workshop.tables-put-away',
      subject: `workshop/${workshopId}`,
      payload: { by: by.actorId, forks: ids },
    })
    return ids
  })
  for (const draftId of closed) deps.collab.reauthorise({ draftId })
  deps.live.publish([
    ...roomEvents(workshopId, 'workshop.tables-put-away'),
    ...closed.map((id) => ({ topic: `draft/${id}`, type: 'draft.merged', id })),
  ])
}
