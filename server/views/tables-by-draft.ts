import { namesOfTables } from '../../db/queries/workshop-tables.ts'
import type { Q } from '../../db/store.ts'
import { tableName } from '../../domain/workshops/tables.ts'

/** Of these drafts those that are the version of a table of a workshop, by its name: their titles are all alike. */
export async function tablesByDraft(q: Q, draftIds: readonly string[]): Promise<Map<string, string>> {
  const found = await namesOfTables(q, draftIds)
  return new Map([...found].map(([id, { n, workshop }]) => [id, tableName(n, workshop)]))
}
