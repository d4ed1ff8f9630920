import { listBallotsOfDraft } from '../../db/queries/drafts.ts'
import { listDraftThreads } from '../../db/queries/threads.ts'
import type { listWorkshopDrafts, PhaseRow, WorkshopRow } from '../../db/queries/workshops.ts'
import type { Q } from '../../db/store.ts'
import { candidatePlace } from '../../domain/candidates/rules.ts'

type LinkedDraft = Awaited<ReturnType<typeof listWorkshopDrafts>>[number]

/**
 * The thread whose wordings a room works on: of the present phase, of the nearest one before, of any to come, or the
 * first open one of its drafts that takes wordings. Phones, console and wall ask here, so that they show the same.
 */
export async function roomThread(
  q: Q,
  workshop: Pick<WorkshopRow, 'phase'>,
  phases: readonly PhaseRow[],
  drafts: readonly LinkedDraft[],
): Promise<string | null> {
  const until = phases.filter(({ position }) => position <= (workshop.phase ?? 0)).reverse()
  const named = [...until, ...phases].find(({ threadId }) => threadId !== null)?.threadId
  if (named) return named
  for (const { id, kind } of drafts) {
    const threads = await listDraftThreads(q, id)
    const first = threads.find(
      (one) => one.state === 'open' && candidatePlace(kind, { kind: one.kind, place: one.place, draftId: id }) !== null,
    )
    if (first) return first.id
  }
  return null
}

/**
 * The ballot of a room: the latest about one of its drafts that was opened since the room began or is open still.
 * Neither void nor planned ones, and none before the start.
 */
export async function roomBallot(
  q: Q,
  { startedAt }: Pick<WorkshopRow, 'startedAt'>,
  drafts: readonly Pick<LinkedDraft, 'id'>[],
): Promise<{ id: string; state: string } | null> {
  if (startedAt === null) return null
  const listed = (await Promise.all(drafts.map(({ id }) => listBallotsOfDraft(q, id)))).flat()
  const [latest = null] = listed
    .filter(({ state, opensAt }) => state === 'open' || (state === 'closed' && opensAt >= startedAt))
    .sort((a, b) => b.opensAt - a.opensAt)
  return latest && { id: latest.id, state: latest.state }
}
