import { findWorkshop, listPhases } from '../../db/queries/workshops.ts'
import { isLockedByTime } from '../../domain/workshops/clock.ts'
import type { Deps } from '../deps.ts'
import { announce, presentPhase } from '../usecases/workshops/workshop-access.ts'

/**
 * Tells pages and sockets that the time of a phase has locked the writing (workshops SPEC [C6]); nothing where it got
 * more time, is paused or is over.
 */
export async function lockPhase(deps: Deps, payload: Record<string, unknown>): Promise<void> {
  const workshop = await findWorkshop(deps.store.read, String(payload.workshopId))
  if (workshop?.state !== 'live') return
  const phase = presentPhase(workshop, await listPhases(deps.store.read, workshop.id))
  if (!isLockedByTime(workshop, phase?.locksAtEnd ?? false, deps.now())) return
  await announce(deps, workshop.id, 'workshop.time-up')
}
