import { and, eq, inArray } from 'drizzle-orm'
import { workshopDrafts, workshops } from '../schema.ts'
import type { Q } from '../store.ts'

/** Ids of the live workshops that work on any of these drafts. */
export async function listLiveRoomsOf(q: Q, draftIds: readonly string[]): Promise<string[]> {
  if (draftIds.length === 0) return []
  const rows = await q
    .selectDistinct({ id: workshops.id })
    .from(workshopDrafts)
    .innerJoin(workshops, eq(workshops.id, workshopDrafts.workshopId))
    .where(and(inArray(workshopDrafts.draftId, [...draftIds]), eq(workshops.state, 'live')))
  return rows.map(({ id }) => id)
}
