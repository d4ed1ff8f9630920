import { lastRound, listTables } from '../../../db/queries/workshop-tables.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { takePart } from '../drafts/take-part.ts'
import { loadLedRoom, roomEvents } from './room-access.ts'

/**
 * Makes a part of the common text say what a table's version says there, by the room's choice (workshops SPEC [T7]); it
 * is taken over as from any fork.
 *
 * @param input `mine` and `theirs` are the hashes of the part on either side as the facilitator saw them.
 * @throws AppError `conflict` while the room sits at tables, `bad-input` (table), `not-allowed`, and as `takePart`.
 */
export async function takeFromTable(
  deps: Deps,
  viewer: Viewer | null,
  input: { workshopId: string; table: string; part: string; mine: string | undefined; theirs: string | undefined },
): Promise<void> {
  if (!viewer) throw new AppError('signed-out', 'Sign in to lead a workshop.')
  const q = deps.store.read
  const { workshopId, part, mine, theirs } = input
  const { workshop } = await loadLedRoom(q, viewer, workshopId)
  if (workshop.atTables !== null) throw new AppError('conflict', 'Bring the room back to plenum first.')
  const tables = await listTables(q, workshopId, await lastRound(q, workshopId))
  const table = tables.find(({ n }) => String(n) === input.table)
  if (!table) throw new AppError('bad-input', 'Choose one of the tables that the room sat at last.', 'table')
  await takePart(deps, viewer, { draftId: table.draftId, from: table.forkId, part, seen: { mine, theirs } })
  deps.live.publish(roomEvents(workshopId, 'workshop.table-taken'))
}
