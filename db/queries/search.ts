import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { drafts, entries, entryTexts, threads, threadTexts } from '../schema.ts'
import type { Q } from '../store.ts'
import { isPublicThread } from './search-texts.ts'

/** Weights of title, panel name and text when panels of entries are ranked. */
const rank = sql<number>`bm25(entry_search, 8.0, 3.0, 1.0)`

/** So many panels are weighed against each other; a word that more of them have says little about any. */
const mostRanked = 1000

const entryText = {
  id: entryTexts.id,
  entryId: entryTexts.entryId,
  anchor: entryTexts.anchor,
  label: entryTexts.label,
  title: entryTexts.title,
  body: entryTexts.body,
}

/**
 * Panels of published entries that answer a search, best first (Okapi BM25 as SQLite's FTS5 computes it), of the
 * first `mostRanked` that do. Only numbers are sorted; texts are fetched for those that are wanted.
 *
 * @param expression in the index's language (domain/search/query.ts), every term quoted.
 */
export async function findEntryTexts(q: Q, expression: string, limit: number) {
  const found = sql`(select rowid as id, ${rank} as weight from entry_search where entry_search match ${expression} limit ${mostRanked}) found`
  return q
    .select(entryText)
    .from(found)
    .innerJoin(entryTexts, sql`${entryTexts.id} = found.id`)
    .orderBy(sql`found.weight`)
    .limit(limit)
}

/** All panels of these entries. */
export async function listTextsOf(q: Q, entryIds: readonly string[]) {
  return q
    .select(entryText)
    .from(entryTexts)
    .where(inArray(entryTexts.entryId, [...entryIds]))
    .orderBy(entryTexts.id)
}

/** Is there a word in the published entries that begins so? */
export async function isEntryWord(q: Q, beginning: string): Promise<boolean> {
  const rows = await q
    .select({ word: sql<string>`term` })
    .from(sql`entry_words`)
    .where(sql`term >= ${beginning} and term < ${`${beginning}\u{10ffff}`}`)
    .limit(1)
  return rows.length > 0
}

/** Public threads and contributions that answer a search, latest first: ranking all of a million would take long. */
export async function findThreadTexts(q: Q, expression: string, limit: number) {
  return q
    .select({
      threadId: threadTexts.threadId,
      contributionId: threadTexts.contributionId,
      title: threadTexts.title,
      body: threadTexts.body,
      kind: threads.kind,
      state: threads.state,
      entryTitle: entries.title,
    })
    .from(sql`thread_search`)
    .innerJoin(threadTexts, sql`${threadTexts.id} = thread_search.rowid`)
    .innerJoin(threads, eq(threads.id, threadTexts.threadId))
    .innerJoin(entries, eq(entries.id, threads.entryId))
    .leftJoin(drafts, eq(drafts.id, threads.draftId))
    .where(and(sql`thread_search match ${expression}`, isPublicThread))
    .orderBy(desc(sql`thread_search.rowid`))
    .limit(limit)
}

/** Every word of the published entries with the number of panels that have it. */
export async function listEntryWords(q: Q): Promise<{ word: string; count: number }[]> {
  return q.select({ word: sql<string>`term`, count: sql<number>`doc` }).from(sql`entry_words`)
}
