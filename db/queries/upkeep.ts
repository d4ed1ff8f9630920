import { upkeep } from '../schema.ts'
import type { Q } from '../store.ts'

export type UpkeepRow = typeof upkeep.$inferSelect

/** Notes that something was done from the command line, in the place of the last time. */
export async function noteUpkeep(q: Q, row: UpkeepRow): Promise<void> {
  await q.insert(upkeep).values(row).onConflictDoUpdate({ target: upkeep.kind, set: row })
}

/** The last time of each. */
export async function listUpkeep(q: Q): Promise<UpkeepRow[]> {
  return q.select().from(upkeep)
}
