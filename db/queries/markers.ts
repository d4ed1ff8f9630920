import { asc, eq } from 'drizzle-orm'
import { actors, markers, scales } from '../schema.ts'
import type { Q } from '../store.ts'
import { indexThread } from './search-texts.ts'

export type ScaleRow = typeof scales.$inferSelect
export type MarkerRow = typeof markers.$inferSelect

export async function findScale(q: Q, threadId: string): Promise<ScaleRow | undefined> {
  const [row] = await q.select().from(scales).where(eq(scales.threadId, threadId))
  return row
}

/** Puts a scale in the place of an earlier one. */
export async function setScale(q: Q, scale: ScaleRow): Promise<void> {
  const { threadId, ...rest } = scale
  await q.insert(scales).values(scale).onConflictDoUpdate({ target: scales.threadId, set: rest })
  await indexThread(q, threadId)
}

/** Every place that members gave a threshold, with their names; each member's oldest first. */
export async function listMarkers(q: Q, threadId: string): Promise<(MarkerRow & { name: string })[]> {
  const rows = await q
    .select({ marker: markers, name: actors.name })
    .from(markers)
    .innerJoin(actors, eq(actors.id, markers.actorId))
    .where(eq(markers.threadId, threadId))
    .orderBy(asc(markers.actorId), asc(markers.move))
  return rows.map(({ marker, name }) => ({ ...marker, name }))
}

export async function insertMarker(q: Q, marker: MarkerRow): Promise<void> {
  await q.insert(markers).values(marker)
}
