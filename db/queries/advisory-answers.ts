import { and, asc, eq, inArray } from 'drizzle-orm'
import type { AdvisorySource } from '../../domain/workshops/advisory.ts'
import { workshopHumAnswers, workshopHums } from '../schema.ts'
import type { Q } from '../store.ts'
import type { HumAnswerRow, HumRow } from './workshop-talk.ts'

/** What stands beside a ballot in one workshop. */
export async function findAdvisory(q: Q, workshopId: string, ballotId: string): Promise<HumRow | undefined> {
  const [row] = await q
    .select()
    .from(workshopHums)
    .where(and(eq(workshopHums.ballotId, ballotId), eq(workshopHums.workshopId, workshopId)))
  return row
}

/** The same in every workshop, the first opened first. */
export async function listAdvisory(q: Q, ballotIds: readonly string[]): Promise<HumRow[]> {
  if (ballotIds.length === 0) return []
  return q
    .select()
    .from(workshopHums)
    .where(inArray(workshopHums.ballotId, [...ballotIds]))
    .orderBy(asc(workshopHums.openedAt), asc(workshopHums.id))
}

/** Puts a count that was taken in the room in the place of an earlier one that was taken alike. */
export async function setCounted(
  q: Q,
  { humId, source }: { humId: string; source: AdvisorySource },
  rows: readonly HumAnswerRow[],
): Promise<void> {
  await q
    .delete(workshopHumAnswers)
    .where(and(eq(workshopHumAnswers.humId, humId), eq(workshopHumAnswers.source, source)))
  if (rows.length > 0) await q.insert(workshopHumAnswers).values([...rows])
}
