import { updateWorkshopPerson } from '../../../db/queries/workshop-people.ts'
import type { WorkshopPersonRow } from '../../../db/queries/workshops.ts'
import type { Deps } from '../../deps.ts'
import { writtenTogether } from '../../write-together.ts'

/** Seen at most this often, so that looking does not mean writing. Milliseconds. */
const seenEvery = 45_000

const write = writtenTogether<Pick<WorkshopPersonRow, 'workshopId' | 'actorId' | 'lastSeenAt'>>(
  100,
  async (q, seen) => {
    for (const { workshopId, actorId, lastSeenAt } of seen) {
      await updateWorkshopPerson(q, { workshopId, actorId }, { lastSeenAt })
    }
  },
)

/** Somebody in a room is there. */
export async function noteSeen(deps: Deps, { workshopId, actorId, lastSeenAt }: WorkshopPersonRow): Promise<void> {
  const now = deps.now()
  if (now - lastSeenAt <= seenEvery) return
  await write(deps, `${workshopId} ${actorId}`, { workshopId, actorId, lastSeenAt: now })
}
