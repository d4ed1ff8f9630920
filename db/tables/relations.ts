import { relationAnswers as answers } from '../../domain/relations/both-sides.ts'
import { capacities } from '../../domain/relations/groups.ts'
import type { Kit } from '../kit.sqlite.ts'
import type { EntryTables } from './entries.ts'
import type { PeopleTables } from './people.ts'
import type { ThreadTables } from './threads.ts'

/** What the group of one strategy answers to a declaration of another. */
export function defineRelations(k: Kit, { actors }: PeopleTables, { entries }: EntryTables, { threads }: ThreadTables) {
  const relationAnswers = k.table(
    'relation_answers',
    {
      id: k.text('id').primaryKey(),
      /** The entry that declares. */
      fromId: k
        .text('from_id')
        .notNull()
        .references(() => entries.id),
      kind: k.choice('kind', ['conflict', 'complement']).notNull(),
      /** The entry that it declares about, and for which the answer is given. */
      toId: k
        .text('to_id')
        .notNull()
        .references(() => entries.id),
      /** The version since which the declaration stood; the answer belongs to that run of versions. */
      since: k.int('since').notNull(),
      answer: k.choice('answer', answers).notNull(),
      actorId: k
        .text('actor_id')
        .notNull()
        .references(() => actors.id),
      capacity: k.choice('capacity', capacities).notNull(),
      /** Where a dispute is argued; null for a confirmation. */
      threadId: k.text('thread_id').references(() => threads.id),
      at: k.time('at').notNull(),
    },
    (t) => [
      k.index('relation_answers_from').on(t.fromId, t.toId),
      k.uniqueIndex('relation_answers_thread').on(t.threadId),
    ],
  )
  return { relationAnswers }
}
