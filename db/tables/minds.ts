import { stances } from '../../domain/threads/reactions.ts'
import type { Kit } from '../kit.sqlite.ts'
import type { PeopleTables } from './people.ts'
import type { ThreadTables } from './threads.ts'

/** Whose mind a contribution changed, by their own word. */
export function defineMinds(k: Kit, { actors }: PeopleTables, { contributions }: ThreadTables) {
  const changedMinds = k.table(
    'changed_minds',
    {
      contributionId: k
        .text('contribution_id')
        .notNull()
        .references(() => contributions.id),
      actorId: k
        .text('actor_id')
        .notNull()
        .references(() => actors.id),
      /** That of the contribution, so that a thread is counted without a join. */
      threadId: k.text('thread_id').notNull(),
      from: k.choice('from_stance', stances).notNull(),
      to: k.choice('to_stance', stances).notNull(),
      /** What did it, in a few words; may be empty. */
      words: k.text('words').notNull(),
      at: k.time('at').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.contributionId, t.actorId] }), k.index('changed_minds_thread').on(t.threadId)],
  )
  return { changedMinds }
}
