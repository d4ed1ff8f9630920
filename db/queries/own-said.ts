import { and, desc, eq, gte, isNull } from 'drizzle-orm'
import { candidates, contributions, threads, workshopDrafts } from '../schema.ts'
import type { Q } from '../store.ts'

const mostListed = 100

interface Asked {
  workshopId: string
  actorId: string
  since: number
}

/** Wordings that somebody proposed in threads of a workshop's drafts, the latest first. At most a hundred. */
export async function listOwnCandidates(q: Q, { workshopId, actorId, since }: Asked) {
  return q
    .select({
      threadId: candidates.threadId,
      n: candidates.n,
      text: candidates.text,
      state: candidates.state,
      mergedInto: candidates.mergedInto,
      sealedIn: candidates.sealedIn,
    })
    .from(candidates)
    .innerJoin(threads, eq(threads.id, candidates.threadId))
    .innerJoin(workshopDrafts, eq(workshopDrafts.draftId, threads.draftId))
    .where(
      and(
        eq(workshopDrafts.workshopId, workshopId),
        eq(candidates.authorId, actorId),
        gte(candidates.createdAt, since),
      ),
    )
    .orderBy(desc(candidates.createdAt))
    .limit(mostListed)
}

/** Contributions of somebody to threads of a workshop's drafts that stand, the latest first. At most a hundred. */
export async function listOwnContributions(q: Q, { workshopId, actorId, since }: Asked) {
  return q
    .select({
      id: contributions.id,
      threadId: contributions.threadId,
      type: contributions.type,
      candidate: contributions.candidate,
      text: contributions.text,
    })
    .from(contributions)
    .innerJoin(threads, eq(threads.id, contributions.threadId))
    .innerJoin(workshopDrafts, eq(workshopDrafts.draftId, threads.draftId))
    .where(
      and(
        eq(workshopDrafts.workshopId, workshopId),
        eq(contributions.authorId, actorId),
        gte(contributions.createdAt, since),
        isNull(contributions.deletedAt),
      ),
    )
    .orderBy(desc(contributions.createdAt))
    .limit(mostListed)
}
