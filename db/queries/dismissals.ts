import { and, eq } from 'drizzle-orm'
import { dismissals } from '../schema.ts'
import type { Q } from '../store.ts'

/** Notes that somebody does not want to be shown something again. */
export async function dismiss(q: Q, row: typeof dismissals.$inferInsert): Promise<void> {
  await q.insert(dismissals).values(row).onConflictDoNothing()
}

export async function isDismissed(q: Q, actorId: string, what: string): Promise<boolean> {
  const rows = await q
    .select({ at: dismissals.at })
    .from(dismissals)
    .where(and(eq(dismissals.actorId, actorId), eq(dismissals.what, what)))
  return rows.length > 0
}
