import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import {
  actors,
  ballotSnapshots,
  ballots,
  ballotTimes,
  drafts,
  electors,
  entries,
  paperLinks,
  papers,
  snapshotParts,
  snapshots,
  users,
} from '../schema.ts'
import type { Q } from '../store.ts'
import { insertElectors } from './planned-ballots.ts'

export type BallotRow = typeof ballots.$inferSelect
export type BallotTimeRow = typeof ballotTimes.$inferSelect
export type PaperRow = typeof papers.$inferSelect
export type PaperLinkRow = typeof paperLinks.$inferSelect

/** @param snapshotId the frozen text; null for a ballot about a question. */
export async function insertBallot(
  q: Q,
  ballot: BallotRow,
  snapshotId: string | null,
  actorIds: string[],
): Promise<void> {
  await q.insert(ballots).values(ballot)
  if (snapshotId !== null) await insertFirstSnapshot(q, { ballotId: ballot.id, snapshotId, at: ballot.opensAt })
  await insertElectors(q, ballot.id, actorIds)
}

/** The text that a ballot is about from its opening. */
export async function insertFirstSnapshot(
  q: Q,
  first: { ballotId: string; snapshotId: string; at: number },
): Promise<void> {
  await q.insert(ballotSnapshots).values({ ...first, n: 1 })
}

export async function findBallot(q: Q, id: string): Promise<BallotRow | undefined> {
  const [row] = await q.select().from(ballots).where(eq(ballots.id, id))
  return row
}

export async function updateBallot(
  q: Q,
  id: string,
  change: Partial<
    Pick<BallotRow, 'state' | 'options' | 'opensAt' | 'closesAt' | 'closedAt' | 'closeReason' | 'outcome' | 'statement'>
  >,
): Promise<void> {
  await q.update(ballots).set(change).where(eq(ballots.id, id))
}

/** Puts down that a closing time moved. */
export async function insertBallotTime(q: Q, time: BallotTimeRow): Promise<void> {
  await q.insert(ballotTimes).values(time)
}

/** How often the closing time of a ballot moved in this way. */
export async function countMoves(q: Q, ballotId: string, kind: BallotTimeRow['kind']): Promise<number> {
  return q.$count(ballotTimes, and(eq(ballotTimes.ballotId, ballotId), eq(ballotTimes.kind, kind)))
}

/** Every move of a closing time, first first, with the name of who moved it. */
export async function listBallotTimes(q: Q, ballotId: string): Promise<(BallotTimeRow & { name: string | null })[]> {
  const rows = await q
    .select({ time: ballotTimes, name: actors.name })
    .from(ballotTimes)
    .leftJoin(actors, eq(actors.id, ballotTimes.by))
    .where(eq(ballotTimes.ballotId, ballotId))
    .orderBy(asc(ballotTimes.at), asc(ballotTimes.to))
  return rows.map(({ time, name }) => ({ ...time, name }))
}

/** The snapshot under vote: the last one of the ballot. */
export async function findBallotSnapshot(q: Q, ballotId: string) {
  const [row] = await q
    .select({ snapshot: snapshots })
    .from(ballotSnapshots)
    .innerJoin(snapshots, eq(snapshots.id, ballotSnapshots.snapshotId))
    .where(eq(ballotSnapshots.ballotId, ballotId))
    .orderBy(desc(ballotSnapshots.n))
    .limit(1)
  return row?.snapshot
}

/** Hash of each part of a snapshot. */
export async function snapshotPartHashes(q: Q, snapshotId: string): Promise<Record<string, string>> {
  const rows = await q.select().from(snapshotParts).where(eq(snapshotParts.snapshotId, snapshotId))
  return Object.fromEntries(rows.map(({ part, hash }) => [part, hash]))
}

export async function isElector(q: Q, ballotId: string, actorId: string): Promise<boolean> {
  const rows = await q
    .select({ actorId: electors.actorId })
    .from(electors)
    .where(and(eq(electors.ballotId, ballotId), eq(electors.actorId, actorId)))
  return rows.length > 0
}

/** The electorate by name. */
export async function listElectors(q: Q, ballotId: string): Promise<{ actorId: string; name: string }[]> {
  return q
    .select({ actorId: actors.id, name: actors.name })
    .from(electors)
    .innerJoin(actors, eq(actors.id, electors.actorId))
    .where(eq(electors.ballotId, ballotId))
    .orderBy(asc(actors.name))
}

export async function countElectors(q: Q, ballotId: string): Promise<number> {
  return q.$count(electors, eq(electors.ballotId, ballotId))
}

/** Papers that count; each person has one at most. */
export async function countPapers(q: Q, ballotId: string): Promise<number> {
  return q.$count(papers, and(eq(papers.ballotId, ballotId), eq(papers.replaced, false)))
}

/** All papers, replaced ones too, by receipt: an order that says nothing of when they were cast. */
export async function listPapers(q: Q, ballotId: string): Promise<PaperRow[]> {
  return q.select().from(papers).where(eq(papers.ballotId, ballotId)).orderBy(asc(papers.receipt))
}

/** Names of the people whose papers are known, by paper. */
export async function listPaperNames(q: Q, ballotId: string): Promise<Map<string, string>> {
  const rows = await q
    .select({ paperId: paperLinks.paperId, name: actors.name })
    .from(paperLinks)
    .innerJoin(actors, eq(actors.id, paperLinks.actorId))
    .where(eq(paperLinks.ballotId, ballotId))
  return new Map(rows.map(({ paperId, name }) => [paperId, name]))
}

/** Ids of the people who have a paper in the box. */
export async function listVoterIds(q: Q, ballotId: string): Promise<string[]> {
  const rows = await q.select({ actorId: paperLinks.actorId }).from(paperLinks).where(eq(paperLinks.ballotId, ballotId))
  return rows.map(({ actorId }) => actorId)
}

/** A person's link to their counting paper, with the paper. */
export async function findPaperOf(q: Q, ballotId: string, actorId: string) {
  const [row] = await q
    .select({ paper: papers, castAt: paperLinks.castAt })
    .from(paperLinks)
    .innerJoin(papers, eq(papers.id, paperLinks.paperId))
    .where(and(eq(paperLinks.ballotId, ballotId), eq(paperLinks.actorId, actorId)))
  return row
}

export async function findPaper(q: Q, ballotId: string, receipt: string): Promise<PaperRow | undefined> {
  const [row] = await q
    .select()
    .from(papers)
    .where(and(eq(papers.ballotId, ballotId), eq(papers.receipt, receipt)))
  return row
}

export async function isReceiptTaken(q: Q, receipt: string): Promise<boolean> {
  return (await q.$count(papers, eq(papers.receipt, receipt))) > 0
}

/** Puts a paper into the box; a person's older paper stays and no longer counts. */
export async function insertPaper(q: Q, paper: PaperRow, link: Omit<PaperLinkRow, 'paperId' | 'ballotId'>) {
  const { ballotId } = paper
  if (paper.replaces !== null) await q.update(papers).set({ replaced: true }).where(eq(papers.receipt, paper.replaces))
  await q.insert(papers).values(paper)
  await q
    .insert(paperLinks)
    .values({ ...link, ballotId, paperId: paper.id })
    .onConflictDoUpdate({
      target: [paperLinks.ballotId, paperLinks.actorId],
      set: { paperId: paper.id, castAt: link.castAt },
    })
}

/**
 * Destroys every trace in this table of who cast which paper and in which order: the links, and the order in which
 * the rows were written.
 */
export async function forgetWhoVoted(q: Q, ballotId: string): Promise<void> {
  await q.delete(paperLinks).where(eq(paperLinks.ballotId, ballotId))
  const rows = await listPapers(q, ballotId)
  await q.delete(papers).where(eq(papers.ballotId, ballotId))
  for (const row of rows) await q.insert(papers).values({ ...row, replaces: null, reaffirms: null })
}

export interface Account {
  actorId: string
  name: string
  email: string
  role: (typeof users.$inferSelect)['role']
  suspendedAt: number | null
}

const account = {
  actorId: actors.id,
  name: actors.name,
  email: users.email,
  role: users.role,
  suspendedAt: users.suspendedAt,
}

/** Every account, by name. */
export async function listAccounts(q: Q): Promise<Account[]> {
  return q.select(account).from(users).innerJoin(actors, eq(actors.id, users.actorId)).orderBy(asc(actors.name))
}

/** Ballots of these states with their entry, draft, and whether a person may vote; last to close first. */
export async function listBallots(q: Q, states: BallotRow['state'][], limit: number) {
  return q
    .select({ ballot: ballots, entry: { kind: entries.kind, slug: entries.slug, title: entries.title }, draft: drafts })
    .from(ballots)
    .innerJoin(entries, eq(entries.id, ballots.entryId))
    .leftJoin(drafts, eq(drafts.id, ballots.draftId))
    .where(inArray(ballots.state, states))
    .orderBy(desc(ballots.closesAt))
    .limit(limit)
}
