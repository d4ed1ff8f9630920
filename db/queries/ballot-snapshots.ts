import { asc, eq } from 'drizzle-orm'
import type { FrozenText } from '../../domain/ballots/freshness.ts'
import { ballotSnapshots, snapshotParts } from '../schema.ts'
import type { Q } from '../store.ts'

/** The frozen texts of a ballot with a hash for each part, first to last; none for a ballot about a question. */
export async function listFrozenTexts(q: Q, ballotId: string): Promise<FrozenText[]> {
  const rows = await q
    .select({ row: ballotSnapshots, part: snapshotParts.part, hash: snapshotParts.hash })
    .from(ballotSnapshots)
    .innerJoin(snapshotParts, eq(snapshotParts.snapshotId, ballotSnapshots.snapshotId))
    .where(eq(ballotSnapshots.ballotId, ballotId))
    .orderBy(asc(ballotSnapshots.n))
  const texts = new Map<number, FrozenText & { parts: Record<string, string> }>()
  for (const { row, part, hash } of rows) {
    const { n, change, challengedAt } = row
    const text = texts.get(n) ?? { n, change, challenged: challengedAt !== null, parts: {} }
    text.parts[part] = hash
    texts.set(n, text)
  }
  return [...texts.values()]
}
