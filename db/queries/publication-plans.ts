import { and, eq } from 'drizzle-orm'
import { publicationPlans } from '../schema.ts'
import type { Q } from '../store.ts'

export type PlanRow = typeof publicationPlans.$inferSelect

export async function findPlan(q: Q, draftId: string): Promise<PlanRow | undefined> {
  const [row] = await q.select().from(publicationPlans).where(eq(publicationPlans.draftId, draftId))
  return row
}

/** Plans the publication of a draft, in the place of what was planned before. */
export async function savePlan(q: Q, plan: PlanRow): Promise<void> {
  const { draftId: _, ...set } = plan
  await q.insert(publicationPlans).values(plan).onConflictDoUpdate({ target: publicationPlans.draftId, set })
}

/** Ends a plan that stands; one that has ended stays as it is. */
export async function endPlan(
  q: Q,
  draftId: string,
  { state, refusal = null }: { state: 'done' | 'refused' | 'cancelled'; refusal?: string | null },
): Promise<void> {
  await q
    .update(publicationPlans)
    .set({ state, refusal })
    .where(and(eq(publicationPlans.draftId, draftId), eq(publicationPlans.state, 'planned')))
}
