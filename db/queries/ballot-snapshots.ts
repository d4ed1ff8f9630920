import { and, asc, eq, exists } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { FrozenText } from '../../domain/ballots/freshness.ts'
import type { WordedText } from '../../domain/ballots/typo.ts'
import { amongNamed, prepared } from '../prepared.ts'
import { actors, ballotSnapshots, snapshotParts, snapshots } from '../schema.ts'
import type { Q } from '../store.ts'

export type BallotSnapshotRow = typeof ballotSnapshots.$inferSelect

/** Puts another frozen text under vote. */
export async function insertBallotSnapshot(q: Q, row: BallotSnapshotRow): Promise<void> {
  await q.insert(ballotSnapshots).values(row)
}

/** Notes that somebody says that a change is more than the typo it was called. */
export async function challengeBallotSnapshot(
  q: Q,
  { ballotId, n }: Pick<BallotSnapshotRow, 'ballotId' | 'n'>,
  challenge: { challengedBy: string; challengedAt: number; challengeReason: string },
): Promise<void> {
  await q
    .update(ballotSnapshots)
    .set(challenge)
    .where(and(eq(ballotSnapshots.ballotId, ballotId), eq(ballotSnapshots.n, n)))
}

/** The frozen texts of all ballots. */
export async function listAllBallotSnapshots(q: Q): Promise<BallotSnapshotRow[]> {
  return q.select().from(ballotSnapshots).orderBy(asc(ballotSnapshots.ballotId), asc(ballotSnapshots.n))
}

/** Whether the text of a ballot was changed under vote. */
export async function isAmended(q: Q, ballotId: string): Promise<boolean> {
  return (await q.$count(ballotSnapshots, eq(ballotSnapshots.ballotId, ballotId))) > 1
}

/** The frozen texts of a ballot with a hash for each part, first to last; none for a ballot about a question. */
export async function listFrozenTexts(q: Q, ballotId: string): Promise<FrozenText[]> {
  return frozenTexts(await partsOf(q).where(eq(ballotSnapshots.ballotId, ballotId)).orderBy(asc(ballotSnapshots.n)))
}

/**
 * The same for those of these ballots whose text was changed under vote, by ballot; one statement for any number of
 * them, for what is asked on every page.
 */
export async function listAmendedTexts(q: Q, ballotIds: readonly string[]): Promise<Map<string, FrozenText[]>> {
  const byBallot = new Map<string, PartRow[]>()
  for (const one of await ask(q).amended.all({ ids: JSON.stringify(ballotIds) })) {
    byBallot.set(one.row.ballotId, [...(byBallot.get(one.row.ballotId) ?? []), one])
  }
  return new Map([...byBallot].map(([id, rows]) => [id, frozenTexts(rows)]))
}

function partsOf(q: Q) {
  return q
    .select({ row: ballotSnapshots, part: snapshotParts.part, hash: snapshotParts.hash })
    .from(ballotSnapshots)
    .innerJoin(snapshotParts, eq(snapshotParts.snapshotId, ballotSnapshots.snapshotId))
    .$dynamic()
}

type PartRow = Awaited<ReturnType<typeof partsOf>>[number]

const second = alias(ballotSnapshots, 'second')

const ask = prepared((q) => {
  const isAmended = exists(
    q
      .select({ n: second.n })
      .from(second)
      .where(and(eq(second.ballotId, ballotSnapshots.ballotId), eq(second.n, 2))),
  )
  return {
    amended: partsOf(q)
      .where(and(amongNamed(ballotSnapshots.ballotId, 'ids'), isAmended))
      .orderBy(asc(ballotSnapshots.n))
      .prepare(),
  }
})

function frozenTexts(rows: readonly PartRow[]): FrozenText[] {
  const texts = new Map<number, FrozenText & { parts: Record<string, string> }>()
  for (const { row, part, hash } of rows) {
    const { n, change, challengedAt } = row
    const text = texts.get(n) ?? { n, change, challenged: challengedAt !== null, parts: {} }
    text.parts[part] = hash
    texts.set(n, text)
  }
  return [...texts.values()]
}

const challenger = alias(actors, 'challenger')

/** What made each frozen text of a ballot, first to last, with its words and the names of who changed and challenged it. */
export async function listBallotTexts(q: Q, ballotId: string) {
  return q
    .select({ row: ballotSnapshots, snapshot: snapshots, by: actors.name, challenger: challenger.name })
    .from(ballotSnapshots)
    .innerJoin(snapshots, eq(snapshots.id, ballotSnapshots.snapshotId))
    .leftJoin(actors, eq(actors.id, ballotSnapshots.changedBy))
    .leftJoin(challenger, eq(challenger.id, ballotSnapshots.challengedBy))
    .where(eq(ballotSnapshots.ballotId, ballotId))
    .orderBy(asc(ballotSnapshots.n))
}

/** The frozen texts of a ballot with their words, first to last. */
export async function listWordedTexts(q: Q, ballotId: string): Promise<WordedText[]> {
  const rows = await listBallotTexts(q, ballotId)
  const contents = new Map(rows.map(({ row, snapshot }) => [row.n, snapshot.content]))
  const texts = await listFrozenTexts(q, ballotId)
  return texts.flatMap((text) => {
    const content = contents.get(text.n)
    return content ? [{ ...text, content }] : []
  })
}
