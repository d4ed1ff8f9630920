import { dateJob } from '../../db/queries/jobs.ts'
import { findWorkshop } from '../../db/queries/workshops.ts'
import { undoMs } from '../../domain/workshops/undo.ts'
import type { Deps } from '../deps.ts'
import { clearRehearsal } from '../usecases/workshops/clear-rehearsal.ts'
import { playRehearsal } from '../usecases/workshops/play-rehearsal.ts'

/** How often simulated guests do something, in milliseconds. */
const playEvery = 2_000

/**
 * Plays a rehearsal on, and dates itself anew until it has ended; then has its copies thrown away once ending it cannot
 * be undone any more. It is a job, so that a restart changes nothing.
 */
export async function rehearse(deps: Deps, payload: Record<string, unknown>): Promise<void> {
  const workshop = await findWorkshop(deps.store.read, String(payload.workshopId))
  if (!workshop?.rehearsal) return
  const { id, endedAt } = workshop
  const due = { id: deps.newId(), payload: { workshopId: id } }
  if (endedAt !== null) {
    const dueAt = endedAt + undoMs + 1_000
    await deps.store.tx((q) => dateJob(q, { ...due, kind: 'clear-rehearsal', key: `clear-rehearsal/${id}`, dueAt }))
    // Undoing the end plays it on.
    if (deps.now() > endedAt + undoMs) return
  } else {
    await playRehearsal(deps, workshop)
  }
  const dueAt = deps.now() + playEvery
  await deps.store.tx((q) => dateJob(q, { ...due, kind: 'rehearse', key: `rehearse/${id}`, dueAt }))
}

/** Throws away what a rehearsal worked on. */
export async function clearRehearsed(deps: Deps, payload: Record<string, unknown>): Promise<void> {
  const workshop = await findWorkshop(deps.store.read, String(payload.workshopId))
  if (workshop?.rehearsal) await clearRehearsal(deps, workshop)
}
