import { findDraft } from '../../../db/queries/drafts.ts'
import { day } from '../../../domain/text/day.ts'
import type { Follow } from '../occasion.ts'
import { each, idIn, idOf } from '../occasion.ts'

/** What follows from reviews of drafts. That one is due, or that a draft stalls, a job says (`server/jobs/tend-reviews.ts`). */
export const reviewFollows: Record<string, Follow> = {
  async 'review.asked'(_q, { subject: thing, payload, at }) {
    const reviewer = idIn(payload, 'reviewerId')
    const told = each([reviewer], 'review-asked', idOf(thing))
    // A request that is worded anew is told, and mailed, once in a day.
    const key = `review-asked/${idIn(payload, 'request')}/${Math.floor(at / day)}`
    return { occasions: [{ thing, by: idIn(payload, 'by'), draftId: idOf(thing), told, key }] }
  },

  async 'review.submitted'(q, { subject: thing, payload }) {
    const by = idIn(payload, 'by')
    const draft = await findDraft(q, idOf(thing))
    const told = each([draft?.ownerId ?? null], 'reviewed', idOf(thing))
    return {
      occasions: [{ thing, by, draftId: idOf(thing), told }],
      joins: [{ actorId: by, thing, volume: 'decisions' }],
    }
  },
}
