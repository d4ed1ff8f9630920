import { sql } from 'drizzle-orm'
import { jobs } from '../db/schema.ts'
import type { Deps } from './deps.ts'

/** Whether the database takes a write at this moment; it changes nothing. */
export async function takesWrites({ store }: Pick<Deps, 'store'>): Promise<boolean> {
  try {
    await store.tx(async (q) => {
      await q.update(jobs).set({ error: null }).where(sql`0`)
    })
    return true
  } catch {
    return false
  }
}
