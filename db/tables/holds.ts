import type { Kit } from '../kit.sqlite.ts'
import type { DraftTables } from './drafts.ts'
import type { PeopleTables } from './people.ts'

/** Somebody needs time before a draft is put to the vote. */
export function defineHolds(k: Kit, { actors }: PeopleTables, { drafts }: DraftTables) {
  const holds = k.table(
    'holds',
    {
      id: k.text('id').primaryKey(),
      draftId: k
        .text('draft_id')
        .notNull()
        .references(() => drafts.id),
      ownerId: k
        .text('owner_id')
        .notNull()
        .references(() => actors.id),
      reason: k.text('reason').notNull(),
      until: k.time('until').notNull(),
      createdAt: k.time('created_at').notNull(),
      liftedAt: k.time('lifted_at'),
      liftedBy: k.text('lifted_by').references(() => actors.id),
      /** Of a moderator; null where its owner lifted it. */
      liftReason: k.text('lift_reason'),
    },
    // One of a person ([O10]).
    (t) => [k.uniqueIndex('holds_owner').on(t.draftId, t.ownerId)],
  )
  return { holds }
}
