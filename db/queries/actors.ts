import { eq } from 'drizzle-orm'
import { actors } from '../schema.ts'
import type { Q } from '../store.ts'

/** The name an actor is shown by; empty for an unknown id. */
export async function findActorName(q: Q, id: string): Promise<string> {
  const [row] = await q.select({ name: actors.name }).from(actors).where(eq(actors.id, id))
  return row?.name ?? ''
}
