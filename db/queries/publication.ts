import { and, asc, desc, eq, isNotNull, isNull, like, lt, ne, or, sql } from 'drizzle-orm'
import { ballots, drafts, entries, objections } from '../schema.ts'
import type { Q } from '../store.ts'
import type { BallotRow } from './ballots.ts'
import { findBallotSnapshot } from './ballots.ts'
import type { DraftRow } from './drafts.ts'
import type { SnapshotRow } from './snapshots.ts'
import { findSnapshot } from './snapshots.ts'

/**
 * The ballot that decides about a draft's text and opened last, alone or among its forks; sense checks and choices
 * between options that are no texts do not.
 */
export async function lastBallotOf(q: Q, draftId: string): Promise<BallotRow | undefined> {
  const [row] = await q
    .select()
    .from(ballots)
    .where(
      or(
        and(eq(ballots.draftId, draftId), ne(ballots.rule, 'sense-check'), isNull(ballots.options)),
        // With a frozen text: one that is planned has none yet.
        like(ballots.options, `%"draftId":"${draftId}","snapshotId"%`),
      ),
    )
    .orderBy(desc(ballots.opensAt), desc(ballots.closedAt))
    .limit(1)
  return row
}

/** What a ballot froze of a draft: the text under vote, or that of its option in a ballot between forks. */
export async function frozenTextOf(q: Q, ballot: BallotRow, draftId: string): Promise<SnapshotRow | undefined> {
  const option = ballot.options?.find((one) => one.draftId === draftId)
  if (option?.snapshotId !== undefined) return findSnapshot(q, option.snapshotId)
  return findBallotSnapshot(q, ballot.id)
}

/** Moves the public revision of every published entry: a new version may change what any other page derives. */
export async function touchPublished(q: Q): Promise<void> {
  await q
    .update(entries)
    .set({ publicRevision: sql`${entries.publicRevision} + 1` })
    .where(isNotNull(entries.currentVersion))
}

/** Promoted drafts, longest waiting first. */
export async function listPromoted(q: Q): Promise<DraftRow[]> {
  return q
    .select()
    .from(drafts)
    .where(and(eq(drafts.state, 'promoted'), sql`${drafts.deletedAt} is null`))
    .orderBy(asc(drafts.updatedAt))
    .limit(200)
}

/** Open ballots that close before a moment, soonest first. */
export async function listClosing(q: Q, before: number) {
  return q
    .select({ id: ballots.id, question: ballots.question, closesAt: ballots.closesAt, title: drafts.title })
    .from(ballots)
    .leftJoin(drafts, eq(drafts.id, ballots.draftId))
    .where(and(eq(ballots.state, 'open'), lt(ballots.closesAt, before)))
    .orderBy(asc(ballots.closesAt))
    .limit(200)
}

/** Objections without a disposition that are not sealed, oldest first, with the draft they hold back. */
export async function listUnsettled(q: Q) {
  return q
    .select({
      id: objections.id,
      text: objections.text,
      createdAt: objections.createdAt,
      draftId: drafts.id,
      title: drafts.title,
    })
    .from(objections)
    .innerJoin(drafts, eq(drafts.id, objections.draftId))
    .where(and(eq(objections.disposition, 'open'), eq(objections.sealed, false), sql`${drafts.deletedAt} is null`))
    .orderBy(asc(objections.createdAt))
    .limit(200)
}
