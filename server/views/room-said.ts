import { listOwnCandidates, listOwnContributions } from '../../db/queries/own-said.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { ContributionType } from '../../domain/threads/words.ts'
import type { Deps } from '../deps.ts'
import { loadOwnRoom } from '../usecases/workshops/room-access.ts'

/** What somebody said in a workshop, the latest first. */
export interface OwnSaid {
  wordings: { threadId: string; n: number; text: string; state: string; mergedInto: number | null; sealed: boolean }[]
  reasons: { id: string; threadId: string; type: ContributionType; candidate: number | null; text: string }[]
}

/**
 * What the viewer said in the drafts of a workshop since it was planned.
 *
 * @throws AppError `not-allowed` for who is not in the room, `not-found`.
 */
export async function roomSaid(deps: Deps, viewer: Viewer, workshopId: string): Promise<OwnSaid> {
  const q = deps.store.read
  const { workshop } = await loadOwnRoom(q, viewer, workshopId)
  const asked = { workshopId, actorId: viewer.actorId, since: workshop.createdAt }
  const [wordings, reasons] = await Promise.all([listOwnCandidates(q, asked), listOwnContributions(q, asked)])
  return {
    wordings: wordings.map(({ sealedIn, ...one }) => ({ ...one, sealed: sealedIn !== null })),
    reasons,
  }
}
