import type { Kit } from '../kit.sqlite.ts'
import type { EntryTables } from './entries.ts'
import type { PeopleTables } from './people.ts'
import type { ThreadTables } from './threads.ts'

/** What contributions and objections rest on, and what contributions name as *see also*. */
export function defineSources(
  k: Kit,
  { actors }: PeopleTables,
  { entries }: EntryTables,
  { contributions, objections }: ThreadTables,
) {
  /** Belongs to one contribution or to one objection. Removing it deletes the row. */
  const attachedSources = k.table(
    'attached_sources',
    {
      id: k.text('id').primaryKey(),
      contributionId: k.text('contribution_id').references(() => contributions.id),
      objectionId: k.text('objection_id').references(() => objections.id),
      /** A source entry of the atlas; its texts stand there and are empty here. */
      entryId: k.text('entry_id').references(() => entries.id),
      url: k.text('url').notNull(),
      title: k.text('title').notNull(),
      publisher: k.text('publisher').notNull(),
      /** A day, as in `2026-11-24`. */
      date: k.text('date').notNull(),
      /** SHA-256 of an archived copy in hexadecimal digits; empty where none was given. */
      archiveHash: k.text('archive_hash').notNull(),
      /** One of the claim statuses of source entries. */
      status: k.text('status').notNull(),
      addedBy: k
        .text('added_by')
        .notNull()
        .references(() => actors.id),
      /** How many stood there before it; orders those that were added at once. */
      n: k.int('n').notNull(),
      addedAt: k.time('added_at').notNull(),
    },
    (t) => [
      k.index('attached_sources_contribution').on(t.contributionId),
      k.index('attached_sources_objection').on(t.objectionId),
    ],
  )

  const contributionLinks = k.table(
    'contribution_links',
    {
      fromId: k
        .text('from_id')
        .notNull()
        .references(() => contributions.id),
      toId: k
        .text('to_id')
        .notNull()
        .references(() => contributions.id),
      /** How many it named before; orders those that were named at once. */
      n: k.int('n').notNull(),
      addedAt: k.time('added_at').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.fromId, t.toId] }), k.index('contribution_links_to').on(t.toId)],
  )

  return { attachedSources, contributionLinks }
}
