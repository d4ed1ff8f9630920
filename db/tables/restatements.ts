import { sides, verdicts } from '../../domain/threads/restatements.ts'
import type { Kit } from '../kit.sqlite.ts'
import type { PeopleTables } from './people.ts'
import type { ThreadTables } from './threads.ts'

/** Contributions that restate what others argue, and what those say of it. */
export function defineRestatements(k: Kit, { actors }: PeopleTables, { contributions }: ThreadTables) {
  /** What a contribution of the type restatement restates; its words are those of the contribution. */
  const restatements = k.table(
    'restatements',
    {
      contributionId: k
        .text('contribution_id')
        .primaryKey()
        .references(() => contributions.id),
      threadId: k.text('thread_id').notNull(),
      side: k.choice('side', sides).notNull(),
      /** The one contribution that is restated; null for the whole side. */
      of: k.text('of_contribution').references(() => contributions.id),
    },
    (t) => [k.index('restatements_thread').on(t.threadId)],
  )

  /** Each about one wording of a restatement. */
  const fairnessMarks = k.table(
    'fairness_marks',
    {
      contributionId: k
        .text('contribution_id')
        .notNull()
        .references(() => contributions.id),
      revision: k.int('revision').notNull(),
      actorId: k
        .text('actor_id')
        .notNull()
        .references(() => actors.id),
      verdict: k.choice('verdict', verdicts).notNull(),
      /** Empty where it is fair. */
      missing: k.text('missing').notNull(),
      at: k.time('at').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.contributionId, t.actorId, t.revision] })],
  )
  return { restatements, fairnessMarks }
}
