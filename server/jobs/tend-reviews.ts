import { listActorsOfRoles } from '../../db/queries/audience.ts'
import { dateJob } from '../../db/queries/jobs.ts'
import { listInReview, listRequestsDue } from '../../db/queries/reviews.ts'
import type { Q } from '../../db/store.ts'
import { moderatorRoles } from '../../domain/access/viewer.ts'
import { stallOf } from '../../domain/reviews/review.ts'
import { day } from '../../domain/text/day.ts'
import type { Deps } from '../deps.ts'
import { each } from '../notifications/occasion.ts'
import { tell } from '../notifications/tell.ts'

/** Looked for so often, in milliseconds. What it tells has a key of its own, so that it tells once however often. */
const every = 3_600_000

/** Has drafts in review looked after from now on. */
export async function beginTendingReviews(deps: Deps): Promise<void> {
  await deps.store.tx((q) => goOn(deps, q, deps.now()))
}

/** Brings to mind what lies in review, and reviews that are due within a day (reviews SPEC [V3], [V9], [V10]). */
export async function tendReviews(deps: Deps): Promise<void> {
  await deps.store.tx(async (q) => {
    const now = deps.now()
    for (const { id, draftId, reviewerId, askedBy, dueAt } of await listRequestsDue(q, now, now + day)) {
      const told = each([reviewerId], 'review-asked', draftId)
      await tell(
        q,
        { thing: `draft/${draftId}`, by: askedBy, draftId, told },
        { at: now, own: `due/review/${id}/${dueAt}` },
      )
    }
    for (const { id, ownerId, last } of await listInReview(q)) {
      const stall = stallOf(last, now)
      if (stall === null) continue
      const moderators = stall === 'archive' ? await listActorsOfRoles(q, moderatorRoles) : []
      const told = [...each(moderators, 'review-abandoned', id), ...each([ownerId], 'review-stalled', id)]
      const own = `due/stalled/${id}/${last}/${stall}`
      await tell(q, { thing: `draft/${id}`, by: null, draftId: id, told }, { at: now, own })
    }
    await goOn(deps, q, now + every)
  })
}

async function goOn(deps: Deps, q: Q, dueAt: number): Promise<void> {
  await dateJob(q, { id: deps.newId(), kind: 'tend-reviews', key: 'tend-reviews', payload: {}, dueAt })
}
