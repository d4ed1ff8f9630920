import { listAllTables } from '../../../db/queries/workshop-tables.ts'
import type { PhaseRow, WorkshopRow } from '../../../db/queries/workshops.ts'
import { countPresent, findWorkshop, findWorkshopRole, listWorkshopDrafts } from '../../../db/queries/workshops.ts'
import type { Q } from '../../../db/store.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { WorkshopThing } from '../../../domain/access/workshop-rights.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'

/** Who was not seen for so long is not counted as present. */
export const awayMs = 2 * 60_000

/**
 * A workshop the viewer may read.
 *
 * @throws AppError `not-found`, or `signed-out` where an account may help.
 */
export async function loadWorkshop(
  q: Q,
  viewer: Viewer | null,
  id: string,
): Promise<{ workshop: WorkshopRow; thing: WorkshopThing }> {
  const workshop = await findWorkshop(q, id)
  if (workshop) {
    const thing = await workshopThing(q, workshop, viewer)
    if (can(viewer, 'workshop.read', thing)) return { workshop, thing }
  }
  if (!viewer) throw new AppError('signed-out', 'Sign in to see workshops, or join one with its code.')
  throw new AppError('not-found', 'There is no such workshop, or it is not open to you.')
}

/** What the access rules need to know of a workshop for one viewer. */
export async function workshopThing(q: Q, { id, state }: WorkshopRow, viewer: Viewer | null): Promise<WorkshopThing> {
  return { state, role: await findWorkshopRole(q, id, viewer?.actorId ?? null) }
}

/** @throws AppError `not-allowed`. */
export function mayLead(viewer: Viewer, thing: WorkshopThing): void {
  if (can(viewer, 'workshop.lead', thing)) return
  throw new AppError('not-allowed', 'Only the facilitators of this workshop, or a moderator, may do this.')
}

/** How many participants are in the room now. */
export function presentNow(deps: Pick<Deps, 'now'>, q: Q, workshopId: string): Promise<number> {
  return countPresent(q, workshopId, deps.now() - awayMs)
}

/** The present phase, or undefined before the start. */
export function presentPhase(workshop: Pick<WorkshopRow, 'phase'>, phases: readonly PhaseRow[]): PhaseRow | undefined {
  return phases.find(({ position }) => position === workshop.phase)
}

/**
 * Tells open pages and sockets that something changed in a workshop, after commit: rights in its drafts hang on it.
 */
export async function announce(deps: Deps, workshopId: string, type: string): Promise<void> {
  const drafts = await listWorkshopDrafts(deps.store.read, workshopId)
  const tables = await listAllTables(deps.store.read, workshopId)
  const ids = [...drafts.map(({ id }) => id), ...tables.map(({ forkId }) => forkId)]
  for (const draftId of ids) deps.collab.reauthorise({ draftId })
  const topics = [`workshop/${workshopId}`, ...ids.map((id) => `draft/${id}`)]
  deps.live.publish(topics.map((topic) => ({ topic, type, id: workshopId })))
}
