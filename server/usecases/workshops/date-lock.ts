import { dateJob } from '../../../db/queries/jobs.ts'
import type { PhaseRow, WorkshopRow } from '../../../db/queries/workshops.ts'
import type { Q } from '../../../db/store.ts'
import { locksAt } from '../../../domain/workshops/clock.ts'
import type { Deps } from '../../deps.ts'
import { presentPhase } from './workshop-access.ts'

/**
 * Has pages and sockets told when the time locks the writing (workshops SPEC [C6]). The lock itself is read from the
 * clock and needs no job; one that is due at another time meanwhile finds nothing to do.
 */
export async function dateLock(
  deps: Pick<Deps, 'newId'>,
  q: Q,
  workshop: Pick<WorkshopRow, 'id' | 'state' | 'phase' | 'phaseEndsAt' | 'pausedLeft'>,
  phases: readonly PhaseRow[],
): Promise<void> {
  const dueAt = locksAt(workshop, presentPhase(workshop, phases)?.locksAtEnd ?? false)
  if (workshop.state !== 'live' || dueAt === null) return
  const { id } = workshop
  const payload = { workshopId: id }
  await dateJob(q, { id: deps.newId(), kind: 'lock-phase', key: `lock-phase/${id}`, payload, dueAt })
}
