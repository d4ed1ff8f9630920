import { and, asc, eq, isNull } from 'drizzle-orm'
import { ballotPresets } from '../schema.ts'
import type { Q } from '../store.ts'

export type PresetRow = typeof ballotPresets.$inferSelect

/** Every preset, in the order of the page. @param archived also those that are not offered any more. */
export async function listPresets(q: Q, { archived }: { archived: boolean }): Promise<PresetRow[]> {
  return q
    .select()
    .from(ballotPresets)
    .where(archived ? undefined : isNull(ballotPresets.archivedAt))
    .orderBy(asc(ballotPresets.position), asc(ballotPresets.id))
}

/** Those of a concept that are offered. */
export async function listPresetsOf(q: Q, concept: string): Promise<PresetRow[]> {
  return q
    .select()
    .from(ballotPresets)
    .where(and(eq(ballotPresets.concept, concept), isNull(ballotPresets.archivedAt)))
    .orderBy(asc(ballotPresets.position))
}

export async function findPreset(q: Q, id: string): Promise<PresetRow | undefined> {
  const [row] = await q.select().from(ballotPresets).where(eq(ballotPresets.id, id))
  return row
}

export async function insertPreset(q: Q, preset: PresetRow): Promise<void> {
  await q.insert(ballotPresets).values(preset)
}

export async function updatePreset(q: Q, { id, ...change }: PresetRow): Promise<void> {
  await q.update(ballotPresets).set(change).where(eq(ballotPresets.id, id))
}
