import { and, asc, count, desc, eq, gt, inArray, isNull, lte, max, sql } from 'drizzle-orm'
import { actors, drafts, reviewRemarks, reviewRequests, reviews, threads } from '../schema.ts'
import type { Q } from '../store.ts'

export type ReviewRow = typeof reviews.$inferSelect
export type RequestRow = typeof reviewRequests.$inferSelect
export type RemarkRow = typeof reviewRemarks.$inferSelect

/** Reviews of a draft, the latest first, with the names of who wrote them. */
export async function listReviews(q: Q, draftId: string) {
  return q
    .select({ review: reviews, reviewer: actors.name })
    .from(reviews)
    .innerJoin(actors, eq(actors.id, reviews.reviewerId))
    .where(eq(reviews.draftId, draftId))
    .orderBy(desc(reviews.at))
    .limit(200)
}

export async function findReview(q: Q, id: string): Promise<ReviewRow | undefined> {
  const [row] = await q.select().from(reviews).where(eq(reviews.id, id))
  return row
}

export async function insertReview(q: Q, review: ReviewRow): Promise<void> {
  await q.insert(reviews).values(review)
}

/** The last review of each of these drafts by each reviewer. */
export async function listLastReviews(q: Q, draftIds: readonly string[]): Promise<ReviewRow[]> {
  const rows = await q
    .select()
    .from(reviews)
    .where(inArray(reviews.draftId, [...draftIds]))
    .orderBy(asc(reviews.at))
  return [...new Map(rows.map((row) => [`${row.draftId} ${row.reviewerId}`, row])).values()]
}

/** Who is asked for a review of a draft and has not answered, with their names. */
export async function listOpenRequests(q: Q, draftId: string) {
  return q
    .select({ request: reviewRequests, reviewer: actors.name })
    .from(reviewRequests)
    .innerJoin(actors, eq(actors.id, reviewRequests.reviewerId))
    .where(and(eq(reviewRequests.draftId, draftId), isNull(reviewRequests.endedAt)))
    .orderBy(asc(reviewRequests.askedAt))
}

/** What one person is asked for and has not answered, of these drafts. */
export async function listRequestsTo(q: Q, actorId: string, draftIds: readonly string[]): Promise<RequestRow[]> {
  return q
    .select()
    .from(reviewRequests)
    .where(
      and(
        eq(reviewRequests.reviewerId, actorId),
        inArray(reviewRequests.draftId, [...draftIds]),
        isNull(reviewRequests.endedAt),
      ),
    )
}

/** Open requests whose day comes within a stretch of time. */
export async function listRequestsDue(q: Q, after: number, until: number): Promise<RequestRow[]> {
  return q
    .select()
    .from(reviewRequests)
    .where(and(isNull(reviewRequests.endedAt), gt(reviewRequests.dueAt, after), lte(reviewRequests.dueAt, until)))
}

/** How many requests of somebody were made, or worded anew, since a moment. */
export async function countAskedSince(q: Q, askedBy: string, since: number): Promise<number> {
  const [row] = await q
    .select({ n: count() })
    .from(reviewRequests)
    .where(and(eq(reviewRequests.askedBy, askedBy), gt(reviewRequests.askedAt, since)))
  return row?.n ?? 0
}

export async function insertRequest(q: Q, request: RequestRow): Promise<void> {
  await q.insert(reviewRequests).values(request)
}

export async function changeRequest(q: Q, id: string, change: Partial<RequestRow>): Promise<void> {
  await q.update(reviewRequests).set(change).where(eq(reviewRequests.id, id))
}

/** What somebody has written for a review that is not submitted yet, in the order of writing. */
export async function listRemarks(q: Q, draftId: string, authorId: string): Promise<RemarkRow[]> {
  return q
    .select()
    .from(reviewRemarks)
    .where(and(eq(reviewRemarks.draftId, draftId), eq(reviewRemarks.authorId, authorId)))
    .orderBy(asc(reviewRemarks.at), asc(reviewRemarks.id))
}

export async function insertRemark(q: Q, remark: RemarkRow): Promise<void> {
  await q.insert(reviewRemarks).values(remark)
}

/** Takes one's own remark away. @returns whether there was one. */
export async function deleteRemark(q: Q, id: string, authorId: string): Promise<boolean> {
  const gone = await q
    .delete(reviewRemarks)
    .where(and(eq(reviewRemarks.id, id), eq(reviewRemarks.authorId, authorId)))
    .returning({ id: reviewRemarks.id })
  return gone.length > 0
}

export async function deleteRemarks(q: Q, draftId: string, authorId: string): Promise<void> {
  await q.delete(reviewRemarks).where(and(eq(reviewRemarks.draftId, draftId), eq(reviewRemarks.authorId, authorId)))
}

/** Drafts in review with the moment at which anything last happened in them: written, said, reviewed. */
export async function listInReview(q: Q): Promise<{ id: string; ownerId: string; last: number }[]> {
  const said = q
    .select({ draftId: threads.draftId, at: max(threads.updatedAt).as('said_at') })
    .from(threads)
    .groupBy(threads.draftId)
    .as('said')
  const reviewed = q
    .select({ draftId: reviews.draftId, at: max(reviews.at).as('reviewed_at') })
    .from(reviews)
    .groupBy(reviews.draftId)
    .as('reviewed')
  return q
    .select({
      id: drafts.id,
      ownerId: drafts.ownerId,
      last: sql<number>`max(${drafts.updatedAt}, coalesce(${said.at}, 0), coalesce(${reviewed.at}, 0))`,
    })
    .from(drafts)
    .leftJoin(said, eq(said.draftId, drafts.id))
    .leftJoin(reviewed, eq(reviewed.draftId, drafts.id))
    .where(and(eq(drafts.state, 'in-review'), isNull(drafts.deletedAt)))
}
