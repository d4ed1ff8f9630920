import type { Kit } from '../kit.sqlite.ts'
import type { DraftTables } from './drafts.ts'
import type { EntryTables } from './entries.ts'
import type { PeopleTables } from './people.ts'
import type { ThreadTables } from './threads.ts'

/** What stands around a published version: plans, approvals, challenges, editions. */
export function definePublishing(
  k: Kit,
  { actors }: PeopleTables,
  { entries, snapshots }: EntryTables,
  { drafts }: DraftTables,
  { threads }: ThreadTables,
) {
  /** A publication that happens by itself at its time; one a draft. */
  const publicationPlans = k.table('publication_plans', {
    draftId: k
      .text('draft_id')
      .primaryKey()
      .references(() => drafts.id),
    at: k.time('at').notNull(),
    note: k.text('note').notNull(),
    statement: k.text('statement').notNull(),
    /** The days its version is to get. */
    reviewAt: k.time('review_at'),
    expiresAt: k.time('expires_at'),
    plannedBy: k
      .text('planned_by')
      .notNull()
      .references(() => actors.id),
    state: k.choice('state', ['planned', 'done', 'refused', 'cancelled']).notNull(),
    /** Why it was refused at its time. */
    refusal: k.text('refusal'),
  })

  /** A moderator other than the one who publishes agrees to exactly this text. */
  const publicationApprovals = k.table(
    'publication_approvals',
    {
      draftId: k
        .text('draft_id')
        .notNull()
        .references(() => drafts.id),
      snapshotId: k
        .text('snapshot_id')
        .notNull()
        .references(() => snapshots.id),
      actorId: k
        .text('actor_id')
        .notNull()
        .references(() => actors.id),
      note: k.text('note').notNull(),
      at: k.time('at').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.draftId, t.snapshotId, t.actorId] })],
  )

  /** Somebody says, with a reason, that a published version should be argued again. */
  const challenges = k.table(
    'challenges',
    {
      id: k.text('id').primaryKey(),
      entryId: k
        .text('entry_id')
        .notNull()
        .references(() => entries.id),
      n: k.int('n').notNull(),
      threadId: k
        .text('thread_id')
        .notNull()
        .references(() => threads.id),
      reason: k.text('reason').notNull(),
      by: k
        .text('by_actor')
        .notNull()
        .references(() => actors.id),
      at: k.time('at').notNull(),
      state: k.choice('state', ['open', 'upheld', 'dismissed', 'withdrawn']).notNull(),
      answer: k.text('answer'),
      answeredBy: k.text('answered_by').references(() => actors.id),
      answeredAt: k.time('answered_at'),
    },
    (t) => [k.index('challenges_entry').on(t.entryId, t.state)],
  )

  /** A named, citable set of all current versions at a date; never changed. */
  const editions = k.table('editions', {
    id: k.text('id').primaryKey(),
    /** As in its address: 2026.4 */
    name: k.text('name').notNull().unique(),
    note: k.text('note').notNull(),
    /** One hash over its entries, versions and their content hashes. */
    hash: k.text('hash').notNull(),
    by: k
      .text('by_actor')
      .notNull()
      .references(() => actors.id),
    at: k.time('at').notNull(),
  })

  const editionEntries = k.table(
    'edition_entries',
    {
      editionId: k
        .text('edition_id')
        .notNull()
        .references(() => editions.id),
      entryId: k
        .text('entry_id')
        .notNull()
        .references(() => entries.id),
      n: k.int('n').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.editionId, t.entryId] })],
  )

  return { publicationPlans, publicationApprovals, challenges, editions, editionEntries }
}
