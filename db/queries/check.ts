import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import { ballots, eventPrivate, events, paperLinks, papers, snapshotParts, snapshots, versions } from '../schema.ts'
import type { Q } from '../store.ts'
import type { EventRow } from './record.ts'
import type { SnapshotRow } from './snapshots.ts'
import type { VersionRow } from './versions.ts'

/** Snapshots in the order of their ids, with the hashes of their parts as stored. */
export async function listSnapshotsAfter(
  q: Q,
  after: string,
  limit: number,
): Promise<{ snapshot: SnapshotRow; parts: Record<string, string> }[]> {
  const rows = await q.select().from(snapshots).where(gt(snapshots.id, after)).orderBy(asc(snapshots.id)).limit(limit)
  return withParts(q, rows)
}

/** These snapshots with the hashes of their parts as stored. */
export async function withParts(
  q: Q,
  rows: readonly SnapshotRow[],
): Promise<{ snapshot: SnapshotRow; parts: Record<string, string> }[]> {
  const ids = rows.map((row) => row.id)
  const parts = await q.select().from(snapshotParts).where(inArray(snapshotParts.snapshotId, ids))
  const known = new Map<string, Record<string, string>>(ids.map((id) => [id, {}]))
  for (const { snapshotId, part, hash } of parts) Object.assign(known.get(snapshotId) ?? {}, { [part]: hash })
  return rows.map((snapshot) => ({ snapshot, parts: known.get(snapshot.id) ?? {} }))
}

/** Every version with its snapshot's hash, in the order of ids. */
export async function listVersionsAfter(
  q: Q,
  after: string,
  limit: number,
): Promise<{ version: VersionRow; hash: string }[]> {
  return q
    .select({ version: versions, hash: snapshots.hash })
    .from(versions)
    .innerJoin(snapshots, eq(snapshots.id, versions.snapshotId))
    .where(gt(versions.id, after))
    .orderBy(asc(versions.id))
    .limit(limit)
}

export async function listEventsOfTypes(q: Q, types: readonly string[]): Promise<EventRow[]> {
  return q
    .select()
    .from(events)
    .where(inArray(events.type, [...types]))
    .orderBy(asc(events.seq))
}

export async function listClosedBallots(q: Q) {
  return q.select().from(ballots).where(eq(ballots.state, 'closed')).orderBy(asc(ballots.id))
}

/** Closed ballots in the order of their ids. */
export async function listClosedBallotsAfter(q: Q, after: string, limit: number) {
  const closed = and(eq(ballots.state, 'closed'), gt(ballots.id, after))
  return q.select().from(ballots).where(closed).orderBy(asc(ballots.id)).limit(limit)
}

/** What each cast vote said, where its leaf still exists, with the paper as it is now and who is said to have cast it. */
export async function castsWithLeaves(q: Q) {
  const casts = await q
    .select({ subject: events.subject, leaf: eventPrivate.payload })
    .from(events)
    .innerJoin(eventPrivate, eq(eventPrivate.seq, events.seq))
    .where(eq(events.type, 'ballot.vote-cast'))
    .orderBy(asc(events.seq))
  const rows = await q
    .select({ paper: papers, by: paperLinks.actorId })
    .from(papers)
    .leftJoin(paperLinks, eq(paperLinks.paperId, papers.id))
  const known = new Map(rows.map((row) => [row.paper.id, row]))
  return casts.map(({ subject, leaf }) => {
    const found = known.get(String(leaf.paperId))
    return { ballotId: subject.slice('ballot/'.length), leaf, paper: found?.paper ?? null, by: found?.by ?? null }
  })
}
