import { and, eq, gt, gte, inArray, isNull, max, sql } from 'drizzle-orm'
import type { Channel, GroupId } from '../../domain/notifications/channels.ts'
import { digests, mails, notificationChannels, notifications, preferences, users } from '../schema.ts'
import type { Q } from '../store.ts'

/** What some people chose, by person; who chose nothing is left out. */
export async function listChannels(q: Q, actorIds: readonly string[]): Promise<Map<string, Map<GroupId, Channel>>> {
  const rows = await q
    .select()
    .from(notificationChannels)
    .where(sql`${notificationChannels.actorId} in (select value from json_each(${JSON.stringify(actorIds)}))`)
  const found = new Map<string, Map<GroupId, Channel>>()
  for (const { actorId, group, channel } of rows) {
    found.set(actorId, (found.get(actorId) ?? new Map<GroupId, Channel>()).set(group, channel))
  }
  return found
}

/** Keeps how far some groups reach a person. */
export async function chooseChannels(
  q: Q,
  actorId: string,
  choices: Iterable<readonly [GroupId, Channel]>,
  at: number,
): Promise<void> {
  for (const [group, channel] of choices) {
    await q
      .insert(notificationChannels)
      .values({ actorId, group, channel, at })
      .onConflictDoUpdate({
        target: [notificationChannels.actorId, notificationChannels.group],
        set: { channel, at },
      })
  }
}

/** Who has news that no digest has told yet, with the rhythm that they chose; null where they chose nothing. */
export async function listDigestReaders(q: Q, since: number) {
  const newest = max(notifications.at)
  return q
    .select({
      actorId: users.actorId,
      until: digests.until,
      rhythm: preferences.rhythm,
      digestHour: preferences.digestHour,
      digestDay: preferences.digestDay,
      timeZone: preferences.timeZone,
    })
    .from(notifications)
    .innerJoin(users, eq(users.actorId, notifications.actorId))
    .leftJoin(digests, eq(digests.actorId, users.actorId))
    .leftJoin(preferences, eq(preferences.actorId, users.actorId))
    .where(and(isNull(users.suspendedAt), isNull(notifications.doneAt), gt(notifications.at, since)))
    .groupBy(users.actorId)
    .having(gte(newest, sql`coalesce(${digests.until}, 0)`))
}

/** Notes up to when somebody's digests have told them. */
export async function noteDigest(q: Q, actorId: string, until: number): Promise<void> {
  await q.insert(digests).values({ actorId, until }).onConflictDoUpdate({ target: digests.actorId, set: { until } })
}

/** Which of these keys stand for mails that went, or are on their way. */
export async function listMailed(q: Q, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set()
  const rows = await q
    .select({ key: mails.key })
    .from(mails)
    .where(and(inArray(mails.key, [...keys]), isNull(mails.endedAt)))
  return new Set(rows.map(({ key }) => key))
}
