import type { Kit } from '../kit.sqlite.ts'
import type { PeopleTables } from './people.ts'

/** What somebody does not want to be shown again, such as the way in for newcomers or an announcement. */
export function defineDismissals(k: Kit, { actors }: PeopleTables) {
  const dismissals = k.table(
    'dismissals',
    {
      actorId: k
        .text('actor_id')
        .notNull()
        .references(() => actors.id),
      /** `welcome`, or `announcement/<when it was written>`. */
      what: k.text('what').notNull(),
      at: k.time('at').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.actorId, t.what] })],
  )
  return { dismissals }
}
