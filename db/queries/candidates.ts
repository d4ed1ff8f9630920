import { and, asc, countDistinct, eq, isNotNull, isNull, max, or, sql } from 'drizzle-orm'
import type { DatedReaction } from '../../domain/candidates/merge.ts'
import { prepared } from '../prepared.ts'
import { candidateReactions, candidates, contributions } from '../schema.ts'
import type { Q } from '../store.ts'
import { indexThread } from './search-texts.ts'

export type CandidateRow = typeof candidates.$inferSelect
export type CandidateReactionRow = typeof candidateReactions.$inferSelect

/**
 * The candidates of a thread that were ever proposed, by number, as one person may know of them: sealed ones only their
 * author ([W14]).
 *
 * @param actorId null for nobody in particular.
 */
export async function listCandidates(q: Q, threadId: string, actorId: string | null): Promise<CandidateRow[]> {
  const own = actorId === null ? undefined : eq(candidates.authorId, actorId)
  return q
    .select()
    .from(candidates)
    .where(and(eq(candidates.threadId, threadId), or(isNull(candidates.sealedIn), own)))
    .orderBy(asc(candidates.n))
}

const statements = prepared((q) => {
  const { placeholder } = sql
  return {
    ownSealed: q
      .select()
      .from(candidates)
      .where(
        and(
          eq(candidates.threadId, placeholder('threadId')),
          eq(candidates.authorId, placeholder('actorId')),
          isNotNull(candidates.sealedIn),
        ),
      )
      .orderBy(asc(candidates.n))
      .prepare(),
    one: q
      .select()
      .from(candidates)
      .where(and(eq(candidates.threadId, placeholder('threadId')), eq(candidates.n, placeholder('n'))))
      .prepare(),
    ownReaction: q
      .select()
      .from(candidateReactions)
      .where(
        and(
          eq(candidateReactions.threadId, placeholder('threadId')),
          eq(candidateReactions.n, placeholder('n')),
          eq(candidateReactions.actorId, placeholder('actorId')),
        ),
      )
      .prepare(),
  }
})

/** The candidates of a thread that only this person may know of, their author ([W14]), by number. */
export async function listOwnSealed(q: Q, threadId: string, actorId: string): Promise<CandidateRow[]> {
  return statements(q).ownSealed.all({ threadId, actorId })
}

/** One candidate of a thread, if this person may know of it. */
export async function findCandidate(
  q: Q,
  { threadId, n }: CandidateKey,
  actorId: string,
): Promise<CandidateRow | undefined> {
  const [row] = await statements(q).one.all({ threadId, n })
  return row && (row.sealedIn === null || row.authorId === actorId) ? row : undefined
}

/** What one person says of a candidate, or of what stands there already. */
export async function findCandidateReaction(
  q: Q,
  { threadId, n }: CandidateKey,
  actorId: string,
): Promise<CandidateReactionRow | undefined> {
  const [row] = await statements(q).ownReaction.all({ threadId, n, actorId })
  return row
}

/** The number of the candidate that was proposed last, sealed or not; 0 for none. */
export async function lastCandidateNumber(q: Q, threadId: string): Promise<number> {
  const [row] = await q
    .select({ n: max(candidates.n) })
    .from(candidates)
    .where(eq(candidates.threadId, threadId))
  return row?.n ?? 0
}

/** One candidate, as what was opened together is kept. */
export type CandidateKey = Pick<CandidateRow, 'threadId' | 'n'>

/** Opens what was proposed in silent phases of a workshop and still stands ([W14]). @returns what it opened. */
export async function unsealCandidates(q: Q, workshopId: string): Promise<CandidateKey[]> {
  const opened = await q
    .update(candidates)
    .set({ sealedIn: null })
    .where(and(eq(candidates.sealedIn, workshopId), eq(candidates.state, 'standing')))
    .returning({ threadId: candidates.threadId, n: candidates.n })
  for (const threadId of new Set(opened.map((one) => one.threadId))) await indexThread(q, threadId)
  return opened
}

/** Seals again what was opened too early, where it still stands ([W14]). @returns what it sealed. */
export async function sealCandidates(
  q: Q,
  workshopId: string,
  opened: readonly CandidateKey[],
): Promise<CandidateKey[]> {
  const sealed: CandidateKey[] = []
  for (const { threadId, n } of opened) {
    const rows = await q
      .update(candidates)
      .set({ sealedIn: workshopId })
      .where(and(eq(candidates.threadId, threadId), eq(candidates.n, n), eq(candidates.state, 'standing')))
      .returning({ threadId: candidates.threadId, n: candidates.n })
    sealed.push(...rows)
  }
  for (const threadId of new Set(sealed.map((one) => one.threadId))) await indexThread(q, threadId)
  return sealed
}

export async function insertCandidate(q: Q, candidate: CandidateRow): Promise<void> {
  await q.insert(candidates).values(candidate)
  if (candidate.sealedIn === null) await indexThread(q, candidate.threadId)
}

export async function updateCandidate(
  q: Q,
  { threadId, n }: Pick<CandidateRow, 'threadId' | 'n'>,
  change: Partial<Omit<CandidateRow, 'threadId' | 'n' | 'authorId' | 'createdAt'>>,
): Promise<void> {
  await q
    .update(candidates)
    .set(change)
    .where(and(eq(candidates.threadId, threadId), eq(candidates.n, n)))
  if (change.text !== undefined || change.state !== undefined) await indexThread(q, threadId)
}

/** Everybody's reactions to the candidates of a thread, and to what stands there already. */
export async function listCandidateReactions(q: Q, threadId: string): Promise<CandidateReactionRow[]> {
  return q.select().from(candidateReactions).where(eq(candidateReactions.threadId, threadId))
}

/** Puts one person's reaction in the place of an earlier one. */
export async function setCandidateReaction(q: Q, reaction: CandidateReactionRow): Promise<void> {
  const { stance, about, at } = reaction
  await q
    .insert(candidateReactions)
    .values(reaction)
    .onConflictDoUpdate({
      target: [candidateReactions.threadId, candidateReactions.n, candidateReactions.actorId],
      set: { stance, about, at },
    })
}

export async function removeCandidateReaction(q: Q, threadId: string, n: number, actorId: string): Promise<void> {
  await q
    .delete(candidateReactions)
    .where(
      and(
        eq(candidateReactions.threadId, threadId),
        eq(candidateReactions.n, n),
        eq(candidateReactions.actorId, actorId),
      ),
    )
}

/** Moves reasons from one candidate to another and puts these reactions in the place of those to both. */
export async function moveToCandidate(
  q: Q,
  threadId: string,
  { from, into }: { from: number; into: number },
  reactions: readonly DatedReaction[],
): Promise<void> {
  for (const n of [from, into]) {
    await q
      .delete(candidateReactions)
      .where(and(eq(candidateReactions.threadId, threadId), eq(candidateReactions.n, n)))
  }
  for (const { actorId, stance, at } of reactions) {
    await q.insert(candidateReactions).values({ threadId, n: into, actorId, stance, about: null, at })
  }
  await q
    .update(contributions)
    .set({ candidate: into })
    .where(and(eq(contributions.threadId, threadId), eq(contributions.candidate, from)))
}

/** Who gave reasons about a candidate; deleted ones count, for they were given. */
export async function listReasonAuthors(q: Q, threadId: string, n: number): Promise<string[]> {
  const rows = await q
    .selectDistinct({ authorId: contributions.authorId })
    .from(contributions)
    .where(and(eq(contributions.threadId, threadId), eq(contributions.candidate, n)))
  return rows.map(({ authorId }) => authorId)
}

/** How many people have a wording that stands and is sealed in a silent phase of this workshop. */
export async function countSealedAuthors(q: Q, workshopId: string): Promise<number> {
  const [row] = await q
    .select({ n: countDistinct(candidates.authorId) })
    .from(candidates)
    .where(and(eq(candidates.sealedIn, workshopId), eq(candidates.state, 'standing')))
  return row?.n ?? 0
}
