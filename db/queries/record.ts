import { and, asc, desc, eq, gt, gte, inArray, lt, max, or, sql } from 'drizzle-orm'
import type { PrivateLeaf } from '../../domain/record/chain.ts'
import { prepared } from '../prepared.ts'
import { entries, eventPrivate, events } from '../schema.ts'
import type { Q } from '../store.ts'

export type EventRow = typeof events.$inferSelect

export interface EventFilter {
  type?: string | undefined
  subject?: string | undefined
  /** Who did it, by account, where the public payload says. */
  by?: string | undefined
  /** Milliseconds since 1970: not before, and before. */
  from?: number | undefined
  until?: number | undefined
}

/** The members of public payloads that name who acted. */
const actorMembers = ['by', 'actorId', 'openedBy'] as const

function matching({ type, subject, by, from, until }: EventFilter) {
  return and(
    type ? eq(events.type, type) : undefined,
    subject ? eq(events.subject, subject) : undefined,
    by ? or(...actorMembers.map((member) => sql`${events.payload} ->> ${member} = ${by}`)) : undefined,
    from === undefined ? undefined : gte(events.at, from),
    until === undefined ? undefined : lt(events.at, until),
  )
}

/** Events after a sequence number, oldest first. */
export async function listEventsAfter(
  q: Q,
  after: number,
  limit: number,
  filter: EventFilter = {},
): Promise<EventRow[]> {
  return q
    .select()
    .from(events)
    .where(and(gt(events.seq, after), matching(filter)))
    .orderBy(asc(events.seq))
    .limit(limit)
}

/** The event of the record that tells of a version. */
export async function findVersionEvent(q: Q, entryId: string, versionId: string): Promise<EventRow | undefined> {
  const [row] = await q
    .select()
    .from(events)
    .where(and(eq(events.subject, `entry/${entryId}`), sql`${events.payload} ->> 'versionId' = ${versionId}`))
    .limit(1)
  return row
}

/** Events before a sequence number, newest first. */
export async function listEventsBefore(
  q: Q,
  before: number,
  limit: number,
  filter: EventFilter = {},
): Promise<EventRow[]> {
  return q
    .select()
    .from(events)
    .where(and(lt(events.seq, before), matching(filter)))
    .orderBy(desc(events.seq))
    .limit(limit)
}

const statements = prepared((q) => ({
  last: q
    .select({ seq: max(events.seq) })
    .from(events)
    .prepare(),
}))

export async function lastSeq(q: Q): Promise<number> {
  const [row] = await statements(q).last.all()
  return row?.seq ?? 0
}

export async function findEvent(q: Q, seq: number): Promise<EventRow | undefined> {
  const [row] = await q.select().from(events).where(eq(events.seq, seq))
  return row
}

/** The leaves that still exist of these events. */
export async function leavesOf(q: Q, seqs: readonly number[]): Promise<Map<number, PrivateLeaf>> {
  if (seqs.length === 0) return new Map()
  const rows = await q
    .select()
    .from(eventPrivate)
    .where(inArray(eventPrivate.seq, [...seqs]))
  return new Map(rows.map(({ seq, salt, payload }) => [seq, { salt, payload }]))
}

/** The newest event that fits; undefined where there is none. */
export async function lastEvent(q: Q, filter: EventFilter): Promise<EventRow | undefined> {
  const [last] = await listEventsBefore(q, Number.MAX_SAFE_INTEGER, 1, filter)
  return last
}

/** Types that occur in the record, in alphabetical order. */
export async function listEventTypes(q: Q): Promise<string[]> {
  const rows = await q.selectDistinct({ type: events.type }).from(events).orderBy(asc(events.type))
  return rows.map((row) => row.type)
}

/** Kind, slug and title of the published ones among these entries. */
export async function namePublished(q: Q, ids: readonly string[]) {
  if (ids.length === 0) return []
  return q
    .select({ id: entries.id, kind: entries.kind, slug: entries.slug, title: entries.title })
    .from(entries)
    .where(and(inArray(entries.id, [...ids]), gt(entries.currentVersion, 0)))
}
