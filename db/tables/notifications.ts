import { channels, groupIds } from '../../domain/notifications/channels.ts'
import { kindIds, volumes } from '../../domain/notifications/kinds.ts'
import type { Kit } from '../kit.sqlite.ts'
import type { PeopleTables } from './people.ts'

/** What people are told, and how much of what they want to hear. No words of anybody: those are read where they stand. */
export function defineNotifications(k: Kit, { actors }: PeopleTables) {
  const notifications = k.table(
    'notifications',
    {
      /** Who is told. */
      actorId: k
        .text('actor_id')
        .notNull()
        .references(() => actors.id),
      /** What makes it one: `event/<seq>`, `news/<thing>` for what is counted, `due/<what>/<id>/<when>`. */
      key: k.text('key').notNull(),
      kind: k.choice('kind', kindIds).notNull(),
      /** `thread/<id>`, `draft/<id>`, `ballot/<id>` or `entry/<id>`: what it is listed under. */
      thing: k.text('thing').notNull(),
      /** Id of what the kind is about; `<thread>/<n>` for a candidate. */
      ref: k.text('ref').notNull(),
      /** Who did it; null for the scheduler, and where that is secret. */
      byId: k.text('by_id').references(() => actors.id),
      /** How many came since it was last put away; 1 for what is not counted. */
      count: k.int('count').notNull(),
      at: k.time('at').notNull(),
      doneAt: k.time('done_at'),
      snoozedUntil: k.time('snoozed_until'),
      /** When its reader last did something with it: what an undo names. */
      actedAt: k.time('acted_at'),
    },
    (t) => [
      k.primaryKey({ columns: [t.actorId, t.key] }),
      k.index('notifications_open').on(t.actorId, t.doneAt, t.at),
      k.index('notifications_thing').on(t.actorId, t.thing),
      k.index('notifications_by').on(t.byId, t.kind, t.at),
    ],
  )

  const watches = k.table(
    'watches',
    {
      actorId: k
        .text('actor_id')
        .notNull()
        .references(() => actors.id),
      thing: k.text('thing').notNull(),
      volume: k.choice('volume', volumes).notNull(),
      /** Chosen by the person, and not moved by taking part any more. */
      chosen: k.bool('chosen').notNull(),
      /** The volume before the last choice; null where there was none. */
      before: k.choice('before', volumes),
      at: k.time('at').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.actorId, t.thing] }), k.index('watches_thing').on(t.thing, t.volume)],
  )

  /** How far each group of kinds reaches a person, where they chose. */
  const notificationChannels = k.table(
    'notification_channels',
    {
      actorId: k
        .text('actor_id')
        .notNull()
        .references(() => actors.id),
      group: k.choice('kind_group', groupIds).notNull(),
      channel: k.choice('channel', channels).notNull(),
      at: k.time('at').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.actorId, t.group] })],
  )

  /** Up to when each person's digests have told them. */
  const digests = k.table('digests', {
    actorId: k
      .text('actor_id')
      .primaryKey()
      .references(() => actors.id),
    until: k.time('until').notNull(),
  })

  /** When a person last read a thing; nobody else sees it. */
  const lastReads = k.table(
    'last_reads',
    {
      actorId: k
        .text('actor_id')
        .notNull()
        .references(() => actors.id),
      thing: k.text('thing').notNull(),
      /** When it was opened last, and the time before that: what came in between is shown once more on a reload. */
      at: k.time('at').notNull(),
      before: k.time('before'),
      /** What it said then, by part: hashes, or the number of a version. */
      seen: k.json<Record<string, string>>('seen'),
      seenBefore: k.json<Record<string, string>>('seen_before'),
    },
    (t) => [k.primaryKey({ columns: [t.actorId, t.thing] })],
  )

  return { notifications, watches, notificationChannels, digests, lastReads }
}
