import type { Kit } from '../kit.sqlite.ts'
import type { EntryTables } from './entries.ts'
import type { ThreadTables } from './threads.ts'

/**
 * The words readers can search: one row per panel of a published entry, one per public thread and contribution.
 * Derived from what is published and argued, rebuilt at any time; the full-text index beside each table follows it
 * by triggers (migration `search_index`).
 */
export function defineSearch(k: Kit, { entries }: EntryTables, { threads }: ThreadTables) {
  const entryTexts = k.table(
    'entry_texts',
    {
      id: k.int('id').primaryKey(),
      entryId: k
        .text('entry_id')
        .notNull()
        .references(() => entries.id),
      /** Anchor of the panel on the entry's page; empty for the page itself. */
      anchor: k.text('anchor').notNull(),
      title: k.text('title').notNull(),
      /** What the panel is called. */
      label: k.text('label').notNull(),
      body: k.text('body').notNull(),
    },
    (t) => [k.index('entry_texts_entry').on(t.entryId)],
  )

  const threadTexts = k.table(
    'thread_texts',
    {
      id: k.int('id').primaryKey(),
      threadId: k
        .text('thread_id')
        .notNull()
        .references(() => threads.id),
      /** Null for the thread's own title and header. */
      contributionId: k.text('contribution_id').unique(),
      title: k.text('title').notNull(),
      body: k.text('body').notNull(),
    },
    (t) => [k.index('thread_texts_thread').on(t.threadId)],
  )

  /** In which form the texts were last derived; another form, or none, means that they are derived again. */
  const searchState = k.table('search_state', {
    id: k.int('id').primaryKey(),
    format: k.int('format').notNull(),
  })

  return { entryTexts, threadTexts, searchState }
}
