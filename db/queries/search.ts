import { and, desc, eq, sql } from 'drizzle-orm'
import { amongNamed, prepared } from '../prepared.ts'
import { drafts, entries, entryTexts, threads, threadTexts } from '../schema.ts'
import type { Q } from '../store.ts'
import { isPublicThread } from './search-texts.ts'

/** Weights of title, panel name and text when panels of entries are ranked. */
const rank = sql<number>`bm25(entry_search, 8.0, 3.0, 1.0)`

/** So many panels are weighed against each other; a word that more of them have says little about any. */
const mostRanked = 1000

const statements = prepared((q) => {
  const expression = sql.placeholder('expression')
  const found = sql`(select rowid as id, ${rank} as weight from entry_search where entry_search match ${expression} limit ${mostRanked}) found`
  const panel = { id: entryTexts.id, entryId: entryTexts.entryId, anchor: entryTexts.anchor }
  return {
    panels: q
      .select(panel)
      .from(found)
      .innerJoin(entryTexts, sql`${entryTexts.id} = found.id`)
      .orderBy(sql`found.weight`)
      .limit(sql.placeholder('limit'))
      .prepare(),
    panelsOf: q
      .select(panel)
      .from(entryTexts)
      .where(amongNamed(entryTexts.entryId, 'entryIds'))
      .orderBy(entryTexts.id)
      .prepare(),
    panelTexts: q
      .select({ id: entryTexts.id, label: entryTexts.label, body: entryTexts.body })
      .from(entryTexts)
      .where(amongNamed(entryTexts.id, 'ids'))
      .prepare(),
    posts: q
      .select({ id: threadTexts.id, threadId: threadTexts.threadId, contributionId: threadTexts.contributionId })
      .from(sql`thread_search`)
      .innerJoin(threadTexts, sql`${threadTexts.id} = thread_search.rowid`)
      .innerJoin(threads, eq(threads.id, threadTexts.threadId))
      .innerJoin(entries, eq(entries.id, threads.entryId))
      .leftJoin(drafts, eq(drafts.id, threads.draftId))
      .where(and(sql`thread_search match ${expression}`, isPublicThread))
      .orderBy(desc(sql`thread_search.rowid`))
      .limit(sql.placeholder('limit'))
      .prepare(),
    postTexts: q
      .select({
        id: threadTexts.id,
        title: threadTexts.title,
        body: threadTexts.body,
        kind: threads.kind,
        state: threads.state,
        entryTitle: entries.title,
      })
      .from(threadTexts)
      .innerJoin(threads, eq(threads.id, threadTexts.threadId))
      .innerJoin(entries, eq(entries.id, threads.entryId))
      .where(amongNamed(threadTexts.id, 'ids'))
      .prepare(),
    word: q
      .select({ word: sql<string>`term` })
      .from(sql`entry_words`)
      .where(sql`term >= ${sql.placeholder('beginning')} and term < ${sql.placeholder('end')}`)
      .limit(1)
      .prepare(),
  }
})

/**
 * Panels of published entries that answer a search, best first (Okapi BM25 as SQLite's FTS5 computes it), of the
 * first `mostRanked` that do. Only numbers are sorted, and texts are left where they are.
 *
 * @param expression in the index's language (domain/search/query.ts), every term quoted.
 */
export async function findPanels(q: Q, expression: string, limit: number) {
  return statements(q).panels.all({ expression, limit })
}

/** All panels of these entries. */
export async function listPanelsOf(q: Q, entryIds: readonly string[]) {
  return statements(q).panelsOf.all({ entryIds: JSON.stringify(entryIds) })
}

/** What these panels say. */
export async function listPanelTexts(q: Q, ids: readonly number[]) {
  return statements(q).panelTexts.all({ ids: JSON.stringify(ids) })
}

/** Public threads and contributions that answer a search, latest first: ranking all of a million would take long. */
export async function findPosts(q: Q, expression: string, limit: number) {
  return statements(q).posts.all({ expression, limit })
}

/** What these threads and contributions say, and what they are about. */
export async function listPostTexts(q: Q, ids: readonly number[]) {
  return statements(q).postTexts.all({ ids: JSON.stringify(ids) })
}

/** Is there a word in the published entries that begins so? */
export async function isEntryWord(q: Q, beginning: string): Promise<boolean> {
  const rows = await statements(q).word.all({ beginning, end: `${beginning}\u{10ffff}` })
  return rows.length > 0
}

/**
 * The next words of the published entries in the order of the index, each with the number of panels that have it.
 *
 * @param after the last word that is known.
 */
export async function listEntryWords(q: Q, after: string, limit: number): Promise<{ word: string; count: number }[]> {
  return q
    .select({ word: sql<string>`term`, count: sql<number>`doc` })
    .from(sql`entry_words`)
    .where(sql`term > ${after}`)
    .limit(limit)
}
