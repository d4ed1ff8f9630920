import type { PartContent } from '../../domain/suggestions/place.ts'
import { suggestionStates } from '../../domain/suggestions/words.ts'
import type { Kit } from '../kit.sqlite.ts'
import type { DraftTables } from './drafts.ts'
import type { PeopleTables } from './people.ts'
import type { ThreadTables } from './threads.ts'

/** Wordings proposed for a place of a draft. */
export function defineSuggestions(
  k: Kit,
  { actors }: PeopleTables,
  { drafts }: DraftTables,
  { threads, contributions }: ThreadTables,
) {
  const suggestions = k.table(
    'suggestions',
    {
      id: k.text('id').primaryKey(),
      draftId: k
        .text('draft_id')
        .notNull()
        .references(() => drafts.id),
      /** `section/<id>` or `field/<id>`. */
      place: k.text('place').notNull(),
      /** What the place said when it was proposed, or when it was last brought up to date. */
      base: k.json<PartContent>('base').notNull(),
      proposed: k.json<PartContent>('proposed').notNull(),
      /** What went into the draft, where it was edited. */
      adopted: k.json<PartContent>('adopted'),
      reason: k.text('reason').notNull(),
      /** Whose words they are. */
      authorId: k
        .text('author_id')
        .notNull()
        .references(() => actors.id),
      /** Who suggested them; another than the author where a posted rewording was taken up. */
      madeBy: k
        .text('made_by')
        .notNull()
        .references(() => actors.id),
      /** The argument it came out of. */
      threadId: k.text('thread_id').references(() => threads.id),
      contributionId: k.text('contribution_id').references(() => contributions.id),
      state: k.choice('state', suggestionStates).notNull(),
      decidedBy: k.text('decided_by').references(() => actors.id),
      decidedAt: k.time('decided_at'),
      decisionReason: k.text('decision_reason'),
      /** Change of the draft's log with which it stands in the text. */
      docSeq: k.int('doc_seq'),
      docGeneration: k.int('doc_generation'),
      createdAt: k.time('created_at').notNull(),
      updatedAt: k.time('updated_at').notNull(),
    },
    (t) => [k.index('suggestions_draft').on(t.draftId, t.state), k.index('suggestions_thread').on(t.threadId)],
  )
  return { suggestions }
}

export type SuggestionTables = ReturnType<typeof defineSuggestions>
