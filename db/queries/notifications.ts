import { and, desc, eq, gt, inArray, isNotNull, isNull, lte, sql } from 'drizzle-orm'
import type { KindId } from '../../domain/notifications/kinds.ts'
import { amongNamed, prepared } from '../prepared.ts'
import { actors, notifications } from '../schema.ts'
import type { Q } from '../store.ts'

export type NotificationRow = typeof notifications.$inferSelect

type NewRow = Pick<NotificationRow, 'actorId' | 'key' | 'kind' | 'thing' | 'ref' | 'byId' | 'at'>

/** Rows of one statement: SQLite binds so many values at once. */
const chunk = 1_000

function* chunksOf(rows: readonly NewRow[]) {
  for (let i = 0; i < rows.length; i += chunk) yield rows.slice(i, i + chunk).map((row) => ({ ...row, count: 1 }))
}

/** Writes what people are told; what they were told already under the same key stays as it is. */
export async function insertNotifications(q: Q, rows: readonly NewRow[]): Promise<void> {
  for (const values of chunksOf(rows)) await q.insert(notifications).values(values).onConflictDoNothing()
}

/**
 * Writes what is counted: another one of the same key adds to it. It keeps leading to the first that came since it was
 * last put away.
 */
export async function countNotifications(q: Q, rows: readonly NewRow[]): Promise<void> {
  const unseen = sql`${notifications.doneAt} is null`
  const first = (column: 'ref' | 'by_id') =>
    sql`case when ${unseen} then ${sql.raw(`notifications.${column}`)} else ${sql.raw(`excluded.${column}`)} end`
  for (const values of chunksOf(rows)) {
    await q
      .insert(notifications)
      .values(values)
      .onConflictDoUpdate({
        target: [notifications.actorId, notifications.key],
        set: {
          count: sql`case when ${unseen} then ${notifications.count} + 1 else 1 end`,
          ref: first('ref'),
          byId: first('by_id'),
          at: sql`excluded.at`,
          doneAt: null,
          actedAt: null,
          // News wakes what was snoozed.
          snoozedUntil: null,
        },
      })
  }
}

const shown = { row: notifications, by: actors.name }

const openOf = prepared((q) =>
  q
    .select(shown)
    .from(notifications)
    .leftJoin(actors, eq(actors.id, notifications.byId))
    .where(
      and(
        eq(notifications.actorId, sql.placeholder('actorId')),
        isNull(notifications.doneAt),
        gt(notifications.at, sql.placeholder('after')),
        amongNamed(notifications.kind, 'kinds'),
      ),
    )
    .orderBy(desc(notifications.at))
    .limit(sql.placeholder('limit'))
    .prepare(),
)

/** What a person has not put away, of some kinds, the newest first, with the name of who did it. */
export async function listOpenNotifications(
  q: Q,
  { actorId, after, kinds, limit }: { actorId: string; after: number; kinds: readonly KindId[]; limit: number },
) {
  return openOf(q).all({ actorId, after, kinds: JSON.stringify(kinds), limit })
}

/** One notification of a person, with the name of who did it. */
export async function findNotification(q: Q, actorId: string, key: string) {
  const [row] = await q
    .select(shown)
    .from(notifications)
    .leftJoin(actors, eq(actors.id, notifications.byId))
    .where(and(eq(notifications.actorId, actorId), eq(notifications.key, key)))
  return row
}

/** What a person put away, the last first. */
export async function listDoneNotifications(q: Q, actorId: string, limit: number) {
  return q
    .select(shown)
    .from(notifications)
    .leftJoin(actors, eq(actors.id, notifications.byId))
    .where(and(eq(notifications.actorId, actorId), isNotNull(notifications.doneAt)))
    .orderBy(desc(notifications.doneAt))
    .limit(limit)
}

type Change = Pick<NotificationRow, 'doneAt' | 'snoozedUntil' | 'actedAt'>

const ofThings = (actorId: string, things: readonly string[]) =>
  and(eq(notifications.actorId, actorId), inArray(notifications.thing, [...things]))

/**
 * Changes what stands open about some things, as far as it had come by a moment: what came later was not seen.
 *
 * @param seen milliseconds since 1970.
 */
export async function tendNotifications(
  q: Q,
  { actorId, things, seen }: { actorId: string; things: readonly string[]; seen: number },
  change: Change,
): Promise<void> {
  await q
    .update(notifications)
    .set(change)
    .where(and(ofThings(actorId, things), isNull(notifications.doneAt), lte(notifications.at, seen)))
}

/** Takes back what a person did at a moment. */
export async function undoNotifications(q: Q, actorId: string, at: number): Promise<void> {
  await q
    .update(notifications)
    .set({ doneAt: null, snoozedUntil: null, actedAt: null })
    .where(and(eq(notifications.actorId, actorId), eq(notifications.actedAt, at)))
}

/** Puts back what was put away or snoozed of some things. */
export async function putBackNotifications(q: Q, actorId: string, things: readonly string[]): Promise<void> {
  await q
    .update(notifications)
    .set({ doneAt: null, snoozedUntil: null, actedAt: null })
    .where(ofThings(actorId, things))
}

/** Puts one away for its reader, who has been there. */
export async function putAway(q: Q, about: { actorId: string; key: string }, at: number): Promise<void> {
  await q
    .update(notifications)
    .set({ doneAt: at })
    .where(
      and(eq(notifications.actorId, about.actorId), eq(notifications.key, about.key), isNull(notifications.doneAt)),
    )
}

/** Which of these things a person was ever told of. */
export async function listOwnThings(q: Q, actorId: string, things: readonly string[]): Promise<string[]> {
  if (things.length === 0) return []
  const rows = await q
    .selectDistinct({ thing: notifications.thing })
    .from(notifications)
    .where(ofThings(actorId, things))
  return rows.map(({ thing }) => thing)
}
