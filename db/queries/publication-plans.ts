import { and, eq } from 'drizzle-orm'
import { canonicalJson } from '../../domain/record/canonical-json.ts'
import { publicationPlans } from '../schema.ts'
import type { Q } from '../store.ts'

export type PlanRow = typeof publicationPlans.$inferSelect

export async function findPlan(q: Q, draftId: string): Promise<PlanRow | undefined> {
  const [row] = await q.select().from(publicationPlans).where(eq(publicationPlans.draftId, draftId))
  return row
}

/** True where exactly this plan still stands: not ended, and not replaced by another one. */
export async function isPlanned(q: Q, plan: PlanRow): Promise<boolean> {
  const now = await findPlan(q, plan.draftId)
  return now?.state === 'planned' && canonicalJson(now) === canonicalJson(plan)
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
