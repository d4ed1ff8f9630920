import type { Kit } from '../kit.sqlite.ts'
import type { DraftTables } from './drafts.ts'
import type { ThreadTables } from './threads.ts'

/** Words that threads are about. */
export function defineAnchors(k: Kit, { drafts }: DraftTables, { threads }: ThreadTables) {
  const anchors = k.table(
    'anchors',
    {
      threadId: k
        .text('thread_id')
        .notNull()
        .references(() => threads.id),
      /** Of which published version's text; 0 for the draft's document. */
      version: k.int('version').notNull(),
      /** Of the document; null for a version. */
      draftId: k.text('draft_id').references(() => drafts.id),
      generation: k.int('generation'),
      section: k.text('section').notNull(),
      state: k.choice('state', ['placed', 'orphaned']).notNull(),
      quote: k.text('quote').notNull(),
      before: k.text('context_before').notNull(),
      after: k.text('context_after').notNull(),
      /** In a document: the identities of the first and the last character, as `<client>:<clock>`. */
      start: k.text('start_id'),
      end: k.text('end_id'),
      /** In a document: the change of its log with which it was last placed or orphaned. */
      docSeq: k.int('doc_seq'),
      /** In a version: where the words begin in the running text of the section; null while orphaned. */
      offset: k.int('start_offset'),
      updatedAt: k.time('updated_at').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.threadId, t.version] }), k.index('anchors_draft').on(t.draftId)],
  )
  return { anchors }
}
