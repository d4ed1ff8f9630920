import type { Kit } from '../kit.sqlite.ts'
import type { DraftTables } from './drafts.ts'
import type { PeopleTables } from './people.ts'

/** Where each member places a draft on the axes; only counts leave the server. */
export function definePlacements(k: Kit, { actors }: PeopleTables, { drafts }: DraftTables) {
  const placements = k.table(
    'placements',
    {
      draftId: k
        .text('draft_id')
        .notNull()
        .references(() => drafts.id),
      axis: k.text('axis').notNull(),
      actorId: k
        .text('actor_id')
        .notNull()
        .references(() => actors.id),
      value: k.text('value').notNull(),
      at: k.time('at').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.draftId, t.axis, t.actorId] })],
  )
  return { placements }
}
