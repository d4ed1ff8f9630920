import { candidateStates } from '../../domain/candidates/rules.ts'
import { stances } from '../../domain/threads/reactions.ts'
import type { Kit } from '../kit.sqlite.ts'
import type { PeopleTables } from './people.ts'
import type { SuggestionTables } from './suggestions.ts'
import type { ThreadTables } from './threads.ts'

/** Wordings that compete in a thread, and who says what of them. */
export function defineCandidates(
  k: Kit,
  { actors }: PeopleTables,
  { threads }: ThreadTables,
  { suggestions }: SuggestionTables,
) {
  const candidates = k.table(
    'candidates',
    {
      threadId: k
        .text('thread_id')
        .notNull()
        .references(() => threads.id),
      /** From 1; what stands there already is 0 and has no row. */
      n: k.int('n').notNull(),
      /** As it was typed: Markdown for a section. */
      text: k.text('text').notNull(),
      authorId: k
        .text('author_id')
        .notNull()
        .references(() => actors.id),
      state: k.choice('state', candidateStates).notNull(),
      /** The candidate it was merged into. */
      mergedInto: k.int('merged_into'),
      /** The workshop in whose silent phase it was written; only its author sees it until that phase is over. */
      sealedIn: k.text('sealed_in'),
      /** What it was last carried into the draft as. */
      suggestionId: k.text('suggestion_id').references(() => suggestions.id),
      createdAt: k.time('created_at').notNull(),
      editedAt: k.time('edited_at'),
      endedAt: k.time('ended_at'),
    },
    (t) => [k.primaryKey({ columns: [t.threadId, t.n] }), k.index('candidates_author').on(t.authorId, t.createdAt)],
  )

  /** Who says what of a candidate; only counts leave the server. */
  const candidateReactions = k.table(
    'candidate_reactions',
    {
      threadId: k
        .text('thread_id')
        .notNull()
        .references(() => threads.id),
      n: k.int('n').notNull(),
      actorId: k
        .text('actor_id')
        .notNull()
        .references(() => actors.id),
      stance: k.choice('stance', stances).notNull(),
      /** Of the status quo: hash of the words it is about. */
      about: k.text('about'),
      at: k.time('at').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.threadId, t.n, t.actorId] })],
  )
  return { candidates, candidateReactions }
}
