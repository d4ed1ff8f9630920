import { unstableSides } from '../../domain/bands/scale.ts'
import type { Kit } from '../kit.sqlite.ts'
import type { PeopleTables } from './people.ts'
import type { ThreadTables } from './threads.ts'

/** What a threshold is measured on, and where on it members see it. */
export function defineMarkers(k: Kit, { actors }: PeopleTables, { threads }: ThreadTables) {
  const scales = k.table('scales', {
    threadId: k
      .text('thread_id')
      .primaryKey()
      .references(() => threads.id),
    unit: k.text('unit').notNull(),
    low: k.real('low').notNull(),
    high: k.real('high').notNull(),
    unstable: k.choice('unstable', unstableSides).notNull(),
    /** The current reading; null where nobody has written one. */
    reading: k.real('reading'),
    readingSource: k.text('reading_source').notNull(),
    /** `YYYY-MM-DD`. */
    readingDate: k.text('reading_date').notNull(),
    updatedAt: k.time('updated_at').notNull(),
  })

  /** Every place a member gave the threshold; the latest of each counts. */
  const markers = k.table(
    'markers',
    {
      threadId: k
        .text('thread_id')
        .notNull()
        .references(() => threads.id),
      actorId: k
        .text('actor_id')
        .notNull()
        .references(() => actors.id),
      /** From 1. */
      move: k.int('move').notNull(),
      value: k.real('value').notNull(),
      reason: k.text('reason').notNull(),
      at: k.time('at').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.threadId, t.actorId, t.move] })],
  )
  return { scales, markers }
}
