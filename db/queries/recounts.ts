import type { Recount } from '../../domain/publishing/freeze.ts'
import { recounts } from '../schema.ts'
import type { Q } from '../store.ts'

/** What came of the last recount of all closed ballots; null before the first. */
export async function lastRecount(q: Q): Promise<Recount | null> {
  const [row] = await q.select().from(recounts).limit(1)
  return row ?? null
}

/** Keeps what came of a recount in the place of the one before. */
export async function saveRecount(q: Q, recount: Recount): Promise<void> {
  await q.delete(recounts)
  await q.insert(recounts).values(recount)
}
