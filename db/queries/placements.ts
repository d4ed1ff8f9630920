import { eq } from 'drizzle-orm'
import { placements } from '../schema.ts'
import type { Q } from '../store.ts'

type PlacementRow = typeof placements.$inferSelect

export async function listPlacements(q: Q, draftId: string): Promise<PlacementRow[]> {
  return q.select().from(placements).where(eq(placements.draftId, draftId))
}

/** Puts one member's place on an axis in the place of an earlier one. */
export async function setPlacement(q: Q, placement: PlacementRow): Promise<void> {
  const { value, at } = placement
  await q
    .insert(placements)
    .values(placement)
    .onConflictDoUpdate({ target: [placements.draftId, placements.axis, placements.actorId], set: { value, at } })
}
