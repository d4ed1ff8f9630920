import type { Kit } from '../kit.sqlite.ts'
import type { PeopleTables } from './people.ts'
import type { WorkshopTables } from './workshops.ts'

/** Who waits at the door of a workshop whose facilitators let guests in one by one. Nobody here is in the room. */
export function defineDoors(k: Kit, { actors }: PeopleTables, { workshops }: WorkshopTables) {
  const workshopWaiting = k.table(
    'workshop_waiting',
    {
      actorId: k
        .text('actor_id')
        .primaryKey()
        .references(() => actors.id),
      workshopId: k
        .text('workshop_id')
        .notNull()
        .references(() => workshops.id),
      askedAt: k.time('asked_at').notNull(),
      lastSeenAt: k.time('last_seen_at').notNull(),
      /** Null while they wait. */
      answer: k.choice('answer', ['let-in', 'turned-away']),
      answeredAt: k.time('answered_at'),
    },
    (t) => [k.index('workshop_waiting_workshop').on(t.workshopId, t.askedAt)],
  )
  return { workshopWaiting }
}
