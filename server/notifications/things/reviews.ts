import type { NotificationRow } from '../../../db/queries/notifications.ts'
import { listInReview, listLastReviews, listRequestsTo } from '../../../db/queries/reviews.ts'
import type { Q } from '../../../db/store.ts'
import type { DraftThing } from '../../../domain/access/policy.ts'
import type { KindId } from '../../../domain/notifications/kinds.ts'
import { settlementOf } from '../../../domain/notifications/settlement.ts'
import { stallOf, verdictWords } from '../../../domain/reviews/review.ts'
import type { Looking, Sight } from '../look.ts'

const kinds = ['review-asked', 'reviewed', 'review-stalled', 'review-abandoned'] as const
type OfReview = (typeof kinds)[number]

/** Whether a kind is about reviews of a draft. */
export function isOfReview(kind: KindId): kind is OfReview {
  return (kinds as readonly KindId[]).includes(kind)
}

type Seen = Pick<Sight, 'href' | 'line' | 'settlement'> & { due: number | null }

/** What rows about reviews say, once it is clear that their reader may see the draft. */
export async function reviewsFor(q: Q, all: readonly NotificationRow[], { viewer, now }: Looking) {
  const rows = all.filter(({ kind }) => isOfReview(kind))
  const ids = [...new Set(rows.map(({ ref }) => ref))]
  const has = (kind: OfReview) => rows.some((row) => row.kind === kind)
  const asked = has('review-asked') ? await listRequestsTo(q, viewer.actorId, ids) : []
  const requests = new Map(asked.map((request) => [request.draftId, request]))
  const reviews = has('reviewed') ? await listLastReviews(q, ids) : []
  const stalled = new Map((has('review-abandoned') ? await listInReview(q) : []).map(({ id, last }) => [id, last]))

  return ({ ref, byId }: NotificationRow, kind: OfReview, draft: DraftThing): Seen => {
    const href = `/drafts/${ref}/review`
    switch (kind) {
      case 'review-asked': {
        const request = requests.get(ref)
        const settlement = settlementOf(kind, viewer, { draft, asked: request !== undefined }, now)
        const due = settlement === 'waits' ? (request?.dueAt ?? null) : null
        return { href: `${href}#own`, line: request?.note || 'Say how it stands as a whole.', due, settlement }
      }
      case 'reviewed': {
        const review = reviews.find(({ draftId, reviewerId }) => draftId === ref && reviewerId === byId)
        const verdict = review ? verdictWords[review.verdict].name : 'A review'
        return { href: `${href}#reviews`, line: `${verdict}. ${review?.text ?? ''}`, due: null, settlement: 'told' }
      }
      case 'review-stalled':
        return {
          href,
          line: 'Ask somebody for a review, open a ballot, or take it back.',
          due: null,
          settlement: 'told',
        }
      case 'review-abandoned': {
        const last = stalled.get(ref)
        const facts = { draft, stalled: last !== undefined && stallOf(last, now) === 'archive' }
        const line = 'Nothing has happened in it for six weeks.'
        return { href: `/drafts/${ref}`, line, due: null, settlement: settlementOf(kind, viewer, facts, now) }
      }
    }
  }
}
