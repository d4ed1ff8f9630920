import { listCandidates } from '../../../db/queries/candidates.ts'
import { findThread } from '../../../db/queries/threads.ts'
import { listWorkshopDrafts } from '../../../db/queries/workshops.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { projections } from '../../../domain/workshops/words.ts'
import { checkLine } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { lead, mustBeLive } from './lead.ts'

/**
 * Keeps everybody but facilitators from writing, or lets them again (workshops SPEC [P7]).
 *
 * @throws AppError as `lead`.
 */
export async function lockWriting(
  deps: Deps,
  viewer: Viewer | null,
  input: { workshopId: string; locked: boolean },
): Promise<void> {
  return lead(deps, viewer, input.workshopId, async (_q, led) => {
    mustBeLive(led)
    const { locked } = input
    return {
      type: locked ? 'workshop.locked' : 'workshop.unlocked',
      payload: { phase: led.workshop.phase },
      change: { locked },
    }
  })
}

/**
 * Says something to everybody in the room, or takes it down where it is empty.
 *
 * @throws AppError `bad-input` (broadcast), and as `lead`.
 */
export async function broadcast(
  deps: Deps,
  viewer: Viewer | null,
  input: { workshopId: string; broadcast: string },
): Promise<void> {
  const rule = { field: 'broadcast', label: 'the message', limit: 'fewWords', optional: true } as const
  return lead(deps, viewer, input.workshopId, async (_q, led) => {
    const words = checkLine(input.broadcast, rule)
    mustBeLive(led)
    const type = words === '' ? 'workshop.broadcast-ended' : 'workshop.broadcast-sent'
    return { type, change: { broadcast: words === '' ? null : words } }
  })
}

/**
 * Asks everybody to look at a thread of a linked draft, or at one of its candidates; at nothing where it is empty.
 *
 * @throws AppError `bad-input` (threadId, candidate), and as `lead`.
 */
export async function spotlight(
  deps: Deps,
  viewer: Viewer | null,
  input: { workshopId: string; threadId: string; candidate?: string | undefined },
): Promise<void> {
  const { threadId } = input
  const candidate = /^\d{1,6}$/.test(input.candidate ?? '') ? Number(input.candidate) : null
  return lead(deps, viewer, input.workshopId, async (q, led) => {
    mustBeLive(led)
    if (threadId === '') return { type: 'workshop.spotlight-ended', change: { spotlight: null } }
    const thread = await findThread(q, threadId)
    const drafts = await listWorkshopDrafts(q, led.workshop.id)
    if (!thread || !drafts.some(({ id }) => id === thread.draftId)) {
      throw new AppError('bad-input', 'Choose a thread of one of the drafts of this workshop.', 'threadId')
    }
    if (candidate !== null && candidate !== 0) {
      const found = (await listCandidates(q, threadId, null)).find(({ n }) => n === candidate)
      if (found?.state !== 'standing') {
        throw new AppError('bad-input', 'Choose a candidate that stands.', 'candidate')
      }
    }
    return {
      type: 'workshop.spotlighted',
      payload: { threadId, candidate },
      change: { spotlight: { threadId, candidate } },
    }
  })
}

/**
 * Chooses what the projector shows.
 *
 * @throws AppError `bad-input` (projector), and as `lead`.
 */
export async function chooseProjection(
  deps: Deps,
  viewer: Viewer | null,
  input: { workshopId: string; projector: string },
): Promise<void> {
  return lead(deps, viewer, input.workshopId, async () => {
    const projector = projections.find((one) => one === input.projector)
    if (!projector) throw new AppError('bad-input', 'Choose what the projector shows.', 'projector')
    return { type: 'workshop.projected', payload: { shows: projector }, change: { projector } }
  })
}
