import { listWorkshopDrafts } from '../../../db/queries/workshops.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { openBallot } from '../ballots/open-ballot.ts'
import { loadWorkshop, mayLead } from './workshop-access.ts'

/**
 * Opens a ballot of the members about a draft of the workshop, by simple majority, for so many minutes (workshops
 * SPEC [L3]).
 *
 * @throws AppError `bad-input` (minutes, draftId), `signed-out`, and as `openBallot`.
 */
export async function openRoomBallot(
  deps: Deps,
  viewer: Viewer | null,
  { workshopId, draftId, minutes, quorum }: { workshopId: string; draftId: string; minutes: string; quorum: string },
): Promise<{ id: string }> {
  if (!viewer) throw new AppError('signed-out', 'Sign in to lead a workshop.')
  const { thing } = await loadWorkshop(deps.store.read, viewer, workshopId)
  mayLead(viewer, thing)
  const open = /^\d{1,3}$/.test(minutes.trim()) ? Number(minutes) : 0
  if (open === 0) throw new AppError('bad-input', 'Write for how many whole minutes it is open: 1 to 999.', 'minutes')
  const drafts = await listWorkshopDrafts(deps.store.read, workshopId)
  if (!drafts.some(({ id }) => id === draftId)) {
    throw new AppError('bad-input', 'Choose one of the drafts of this workshop.', 'draftId')
  }
  return openBallot(deps, viewer, {
    draftId,
    rule: 'simple-majority',
    quorum: Number(quorum),
    closesAt: deps.now() + open * 60_000,
    electorate: 'members',
    names: 'shown',
  })
}
