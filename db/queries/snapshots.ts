import { eq } from 'drizzle-orm'
import { contentHash, normaliseContent, partHashes } from '../../domain/entries/content-hash.ts'
import type { EntryContent } from '../../domain/entries/kinds.ts'
import { snapshotParts, snapshots } from '../schema.ts'
import type { Q } from '../store.ts'

export type SnapshotRow = typeof snapshots.$inferSelect

interface NewSnapshot {
  id: string
  entryId: string
  draftId: string | null
  docSeq: number
  docGeneration?: number | null
  content: EntryContent
  createdAt: number
}

/** Freezes content: the normalised text, its content hash, and one hash per part. */
export async function insertSnapshot(
  q: Q,
  { content, docGeneration = null, ...rest }: NewSnapshot,
): Promise<SnapshotRow> {
  const frozen = normaliseContent(content)
  const redactedAt = null
  const row = { ...rest, docGeneration, redactedAt, schema: frozen.schema, content: frozen, hash: contentHash(frozen) }
  await q.insert(snapshots).values(row)
  const parts = Object.entries(partHashes(frozen)).map(([part, hash]) => ({ snapshotId: rest.id, part, hash }))
  await q.insert(snapshotParts).values(parts)
  return row
}

export async function findSnapshot(q: Q, id: string): Promise<SnapshotRow | undefined> {
  const [row] = await q.select().from(snapshots).where(eq(snapshots.id, id))
  return row
}
