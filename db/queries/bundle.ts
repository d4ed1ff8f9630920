import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, or } from 'drizzle-orm'
import {
  ballotSnapshots,
  ballots,
  drafts,
  editionEntries,
  editions,
  entries,
  eventPrivate,
  events,
  objections,
  paperLinks,
  papers,
  signalReports,
  signals,
  snapshots,
  versions,
} from '../schema.ts'
import type { Q } from '../store.ts'
import { withParts } from './check.ts'

/** Events after a number with the leaves that still exist, oldest first. */
export async function bundledEvents(q: Q, after: number, limit: number) {
  return q
    .select({ event: events, leaf: { salt: eventPrivate.salt, payload: eventPrivate.payload } })
    .from(events)
    .leftJoin(eventPrivate, eq(eventPrivate.seq, events.seq))
    .where(gt(events.seq, after))
    .orderBy(asc(events.seq))
    .limit(limit)
}

export async function headOf(q: Q): Promise<{ seq: number; hash: string } | undefined> {
  const [head] = await q.select({ seq: events.seq, hash: events.hash }).from(events).orderBy(desc(events.seq)).limit(1)
  return head
}

/** Entries that were published, by id. */
export async function bundledEntries(q: Q) {
  return q
    .select({ id: entries.id, kind: entries.kind, slug: entries.slug, current: entries.currentVersion })
    .from(entries)
    .where(isNotNull(entries.currentVersion))
    .orderBy(asc(entries.id))
}

/** Closed ballots by id: all, or those alone about what is published, as `ballot.read` has it for everybody. */
export async function bundledBallots(q: Q, published: boolean) {
  const rows = await q
    .select({ ballot: ballots, words: signals.words })
    .from(ballots)
    .innerJoin(entries, eq(entries.id, ballots.entryId))
    .leftJoin(drafts, eq(drafts.id, ballots.draftId))
    .leftJoin(signalReports, eq(signalReports.id, ballots.reportId))
    .leftJoin(signals, eq(signals.id, signalReports.signalId))
    .where(
      and(
        eq(ballots.state, 'closed'),
        published
          ? or(and(isNull(ballots.draftId), isNotNull(entries.currentVersion)), eq(drafts.state, 'published'))
          : undefined,
      ),
    )
    .orderBy(asc(ballots.id))
  return rows
}

export async function bundledTexts(q: Q, ballotIds: readonly string[]) {
  return q
    .select()
    .from(ballotSnapshots)
    .where(inArray(ballotSnapshots.ballotId, [...ballotIds]))
    .orderBy(asc(ballotSnapshots.ballotId), asc(ballotSnapshots.n))
}

/** Papers of a ballot by id, with who cast each that counts where that is known. */
export async function bundledPapers(q: Q, ballotId: string) {
  return q
    .select({ paper: papers, by: paperLinks.actorId })
    .from(papers)
    .leftJoin(paperLinks, eq(paperLinks.paperId, papers.id))
    .where(eq(papers.ballotId, ballotId))
    .orderBy(asc(papers.id))
}

/** Snapshots that a version or one of these ballots stands on, by id, after one. */
export async function bundledSnapshots(q: Q, ballotIds: readonly string[], after: string, limit: number) {
  const published = q.select({ id: versions.snapshotId }).from(versions)
  const voted = q
    .select({ id: ballotSnapshots.snapshotId })
    .from(ballotSnapshots)
    .where(inArray(ballotSnapshots.ballotId, [...ballotIds]))
  const rows = await q
    .select()
    .from(snapshots)
    .where(and(gt(snapshots.id, after), or(inArray(snapshots.id, published), inArray(snapshots.id, voted))))
    .orderBy(asc(snapshots.id))
    .limit(limit)
  return withParts(q, rows)
}

/** Objections to published drafts, by id. */
export async function bundledObjections(q: Q) {
  const published = q.select({ id: versions.draftId }).from(versions).where(isNotNull(versions.draftId))
  return q
    .select()
    .from(objections)
    .where(and(eq(objections.sealed, false), inArray(objections.draftId, published)))
    .orderBy(asc(objections.id))
}

/** Editions by id, each with the versions it holds. */
export async function bundledEditions(q: Q) {
  const rows = await q.select().from(editions).orderBy(asc(editions.id))
  const held = await q.select().from(editionEntries).orderBy(asc(editionEntries.entryId))
  return rows.map((row) => ({
    row,
    entries: held.filter(({ editionId }) => editionId === row.id).map(({ entryId, n }) => ({ entryId, n })),
  }))
}
