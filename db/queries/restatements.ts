import { and, asc, eq, inArray } from 'drizzle-orm'
import { actors, contributions, fairnessMarks, restatements } from '../schema.ts'
import type { Q } from '../store.ts'
import { eraseLeavesNaming } from './leaves.ts'
import type { Redactor } from './redactor.ts'

export type RestatementRow = typeof restatements.$inferSelect
export type FairnessMarkRow = typeof fairnessMarks.$inferSelect

export async function insertRestatement(q: Q, row: RestatementRow): Promise<void> {
  await q.insert(restatements).values(row)
}

export async function findRestatement(q: Q, contributionId: string): Promise<RestatementRow | undefined> {
  const [row] = await q.select().from(restatements).where(eq(restatements.contributionId, contributionId))
  return row
}

/** What some contributions restate, with the author and the wording it has. */
export async function listRestatements(q: Q, contributionIds: readonly string[]) {
  if (contributionIds.length === 0) return []
  return q
    .select({ restatement: restatements, authorId: contributions.authorId, revision: contributions.revision })
    .from(restatements)
    .innerJoin(contributions, eq(contributions.id, restatements.contributionId))
    .where(inArray(restatements.contributionId, [...contributionIds]))
}

/** Every mark of some restatements, those of earlier wordings too, with names, oldest first. */
export async function listMarks(q: Q, contributionIds: readonly string[]) {
  if (contributionIds.length === 0) return []
  return q
    .select({ mark: fairnessMarks, name: actors.name })
    .from(fairnessMarks)
    .innerJoin(actors, eq(actors.id, fairnessMarks.actorId))
    .where(inArray(fairnessMarks.contributionId, [...contributionIds]))
    .orderBy(asc(fairnessMarks.at), asc(fairnessMarks.actorId))
}

/** Puts what one person says of a wording in the place of what they said of it before. */
export async function setMark(q: Q, row: FairnessMarkRow): Promise<void> {
  const { verdict, missing, at } = row
  const { contributionId, actorId, revision } = fairnessMarks
  await q
    .insert(fairnessMarks)
    .values(row)
    .onConflictDoUpdate({ target: [contributionId, actorId, revision], set: { verdict, missing, at } })
}

/**
 * Removes the marks of a restatement, of all its wordings, with what the record kept of them beside the chain.
 *
 * @param actorId whose; everybody's where it is left out.
 */
export async function eraseMarks(
  q: Q,
  { threadId, contributionId, actorId }: { threadId: string; contributionId: string; actorId?: string },
): Promise<void> {
  const theirs = actorId === undefined ? undefined : eq(fairnessMarks.actorId, actorId)
  await q.delete(fairnessMarks).where(and(eq(fairnessMarks.contributionId, contributionId), theirs))
  await eraseLeavesNaming(
    q,
    { subject: `thread/${threadId}`, types: ['restatement.marked'] },
    { contribution: contributionId, ...(actorId !== undefined && { by: actorId }) },
  )
}

/** Takes words that are removed for good out of what is missing in some restatements (collab SPEC [G5]). */
export async function redactMarks(q: Q, contributionIds: readonly string[], { redact, says }: Redactor): Promise<void> {
  const { contributionId, actorId, revision } = fairnessMarks
  const marks = await q
    .select()
    .from(fairnessMarks)
    .where(inArray(contributionId, [...contributionIds]))
  for (const mark of marks.filter(({ missing }) => says(missing))) {
    await q
      .update(fairnessMarks)
      .set({ missing: redact(mark.missing) })
      .where(and(eq(contributionId, mark.contributionId), eq(actorId, mark.actorId), eq(revision, mark.revision)))
  }
}
