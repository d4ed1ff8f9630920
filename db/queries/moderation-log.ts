import { and, desc, eq, inArray, lt, or, sql } from 'drizzle-orm'
import { events, moderationCases } from '../schema.ts'
import type { Q } from '../store.ts'

/** Events that the public log of moderation tells of. */
const told = [
  'case.decided',
  'thread.merged',
  'actor.suspended',
  'actor.suspension-lifted',
  'draft.redacted',
  'position.redacted',
]

const deletedByAnother = and(
  eq(events.type, 'contribution.deleted'),
  sql`json_extract(${events.payload}, '$.ofAnother') = 1`,
)

/** What moderators did, the latest first: numbers and payloads of the record. @param before a number of the record. */
export async function listModerationEvents(q: Q, before: number | null, limit: number) {
  return q
    .select({ seq: events.seq, type: events.type, payload: events.payload, at: events.at })
    .from(events)
    .where(and(or(inArray(events.type, told), deletedByAnother), before === null ? undefined : lt(events.seq, before)))
    .orderBy(desc(events.seq))
    .limit(limit)
}

/** What became of appeals against these cases. */
export async function findAppeals(q: Q, caseIds: readonly string[]) {
  if (caseIds.length === 0) return new Map<string, never>()
  const rows = await q
    .select({ id: moderationCases.id, appeal: moderationCases.appeal, kind: moderationCases.kind })
    .from(moderationCases)
    .where(inArray(moderationCases.id, [...caseIds]))
  return new Map(rows.map((row) => [row.id, row]))
}
