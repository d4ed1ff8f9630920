import { and, desc, eq, sql } from 'drizzle-orm'
import { drafts, entries, entryTexts, threads, threadTexts } from '../schema.ts'
import type { Q } from '../store.ts'
import { isPublicThread } from './search-texts.ts'

/** Weights of title, panel name and text when panels of entries are ranked. */
const rank = sql<number>`bm25(entry_search, 8.0, 3.0, 1.0)`

/**
 * Panels of published entries that answer a search, best first (Okapi BM25 as SQLite's FTS5 computes it).
 *
 * @param expression in the index's language (domain/search/query.ts), every term quoted.
 */
export async function findEntryTexts(q: Q, expression: string, limit: number) {
  return q
    .select({
      entryId: entryTexts.entryId,
      anchor: entryTexts.anchor,
      label: entryTexts.label,
      title: entryTexts.title,
      body: entryTexts.body,
    })
    .from(sql`entry_search`)
    .innerJoin(entryTexts, sql`${entryTexts.id} = entry_search.rowid`)
    .where(sql`entry_search match ${expression}`)
    .orderBy(rank)
    .limit(limit)
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
