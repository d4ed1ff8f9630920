import { asc, eq } from 'drizzle-orm'
import { actors, holds } from '../schema.ts'
import type { Q } from '../store.ts'

export type HoldRow = typeof holds.$inferSelect

export async function insertHold(q: Q, hold: Omit<HoldRow, 'liftedAt' | 'liftedBy' | 'liftReason'>): Promise<void> {
  await q.insert(holds).values({ ...hold, liftedAt: null, liftedBy: null, liftReason: null })
}

export async function findHold(q: Q, id: string): Promise<HoldRow | undefined> {
  const [row] = await q.select().from(holds).where(eq(holds.id, id))
  return row
}

/** All holds of a draft with the names of their owners, the oldest first. */
export async function listHolds(q: Q, draftId: string) {
  const rows = await q
    .select({ hold: holds, owner: actors.name })
    .from(holds)
    .innerJoin(actors, eq(actors.id, holds.ownerId))
    .where(eq(holds.draftId, draftId))
    .orderBy(asc(holds.createdAt), asc(holds.id))
  return rows.map(({ hold, owner }) => ({ ...hold, owner }))
}

export async function liftHold(
  q: Q,
  id: string,
  lifted: { liftedAt: number; liftedBy: string; liftReason: string | null },
): Promise<void> {
  await q.update(holds).set(lifted).where(eq(holds.id, id))
}

/** Rewrites the reasons of a draft's holds. */
export async function redactHolds(q: Q, draftId: string, redact: (text: string) => string): Promise<void> {
  for (const { id, reason, liftReason } of await q.select().from(holds).where(eq(holds.draftId, draftId))) {
    await q
      .update(holds)
      .set({ reason: redact(reason), liftReason: liftReason && redact(liftReason) })
      .where(eq(holds.id, id))
  }
}
