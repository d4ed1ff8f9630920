import type { SQL } from 'drizzle-orm'
import { and, count, countDistinct, eq, isNull, ne, or, sql } from 'drizzle-orm'
import type { EntryContent } from '../../domain/entries/kinds.ts'
import { searchFormat, entryTexts as textsOf } from '../../domain/search/entry-texts.ts'
import { headerFieldsOf } from '../../domain/threads/header.ts'
import {
  candidates,
  contributions,
  drafts,
  entries,
  entryTexts,
  scales,
  searchState,
  snapshots,
  threads,
  threadTexts,
  versions,
} from '../schema.ts'
import type { Q } from '../store.ts'
import { indexPositions } from './positions.ts'

/** Puts what an entry now says in the place of what search knew of it; null where nothing of it is published. */
export async function indexEntry(q: Q, entryId: string, content: EntryContent | null): Promise<void> {
  await q.delete(entryTexts).where(eq(entryTexts.entryId, entryId))
  if (!content) return
  const rows = textsOf(content).map((text) => ({ ...text, entryId, title: content.title }))
  await q.insert(entryTexts).values(rows)
  await indexPositions(q, entryId)
}

/** The entry stands in the atlas: it is published, and not withdrawn. */
const stands = sql`exists (select 1 from ${versions} where ${versions.entryId} = ${entries.id} and ${versions.n} = ${entries.currentVersion} and ${versions.kind} <> 'withdraw')`

/** Everybody finds it: it stands on an entry of the atlas or a draft that became one, or on a public draft. */
export const isPublicThread = or(
  and(or(isNull(threads.draftId), eq(drafts.state, 'published')), stands),
  and(ne(drafts.state, 'published'), eq(drafts.visibility, 'public'), isNull(drafts.deletedAt)),
)

function publicThreads(q: Q) {
  return q
    .select({ id: threads.id, title: threads.title, kind: threads.kind, header: threads.header })
    .from(threads)
    .innerJoin(entries, eq(entries.id, threads.entryId))
    .leftJoin(drafts, eq(drafts.id, threads.draftId))
    .$dynamic()
}

/** Puts a thread's title and header in the place of what search knew of them, if everybody may read it. */
export async function indexThread(q: Q, threadId: string): Promise<void> {
  await q.delete(threadTexts).where(and(eq(threadTexts.threadId, threadId), isNull(threadTexts.contributionId)))
  for (const thread of await publicThreads(q).where(and(eq(threads.id, threadId), isPublicThread))) {
    await q.insert(threadTexts).values(await threadText(q, thread))
  }
}

/** The same once its title changed, which is found with every contribution in it. */
export async function retitleThread(q: Q, threadId: string): Promise<void> {
  await indexThread(q, threadId)
  const [thread] = await q.select({ title: threads.title }).from(threads).where(eq(threads.id, threadId))
  if (thread) await q.update(threadTexts).set(thread).where(eq(threadTexts.threadId, threadId))
}

/** A thread's title, its header and scale, and the candidates that stand in it. What only some may see is left out. */
async function threadText(
  q: Q,
  { id, title, kind, header }: Pick<typeof threads.$inferSelect, 'id' | 'title' | 'kind' | 'header'>,
) {
  const standing = await q
    .select({ text: candidates.text })
    .from(candidates)
    .where(and(eq(candidates.threadId, id), eq(candidates.state, 'standing'), isNull(candidates.sealedIn)))
    .orderBy(candidates.n)
  const measured = await q.select().from(scales).where(eq(scales.threadId, id))
  const body = [
    ...headerFieldsOf(kind).map((field) => header[field.id] ?? ''),
    ...standing.map(({ text }) => text),
    ...measured.flatMap(({ unit, readingSource }) => [unit, readingSource]),
  ]
  return { threadId: id, contributionId: null, title, body: body.filter(Boolean).join('\n') }
}

/** Puts a contribution's words in the place of what search knew of them; deleted ones are forgotten. */
export async function indexContribution(q: Q, contributionId: string): Promise<void> {
  await q.delete(threadTexts).where(eq(threadTexts.contributionId, contributionId))
  const [found] = await q
    .select({ threadId: threads.id, title: threads.title, body: contributions.text })
    .from(contributions)
    .innerJoin(threads, eq(threads.id, contributions.threadId))
    .innerJoin(entries, eq(entries.id, threads.entryId))
    .leftJoin(drafts, eq(drafts.id, threads.draftId))
    .where(and(eq(contributions.id, contributionId), isNull(contributions.deletedAt), isPublicThread))
  if (found) await q.insert(threadTexts).values({ ...found, contributionId })
}

/** The argument of a draft, which everybody may read from now on. */
export async function indexDraftThreads(q: Q, draftId: string): Promise<void> {
  await indexThreadsWhere(q, eq(threads.draftId, draftId))
}

/** The argument of an entry that leaves the atlas, or comes back. */
export async function indexEntryThreads(q: Q, entryId: string): Promise<void> {
  await indexThreadsWhere(q, eq(threads.entryId, entryId))
}

async function indexThreadsWhere(q: Q, which: SQL): Promise<void> {
  const of = await q.select({ id: threads.id }).from(threads).where(which)
  for (const { id } of of) {
    await q.delete(threadTexts).where(eq(threadTexts.threadId, id))
    await indexThread(q, id)
    const own = await q.select({ id: contributions.id }).from(contributions).where(eq(contributions.threadId, id))
    for (const contribution of own) await indexContribution(q, contribution.id)
  }
}

/** Derives every searched text again from what is published and argued. */
export async function rebuildSearch(q: Q): Promise<{ entries: number; threads: number }> {
  await q.delete(entryTexts)
  await q.delete(threadTexts)
  const published = await q
    .select({ entryId: entries.id, content: snapshots.content, act: versions.kind })
    .from(entries)
    .innerJoin(versions, and(eq(versions.entryId, entries.id), eq(versions.n, entries.currentVersion)))
    .innerJoin(snapshots, eq(snapshots.id, versions.snapshotId))
  for (const { entryId, content, act } of published) await indexEntry(q, entryId, act === 'withdraw' ? null : content)
  const open = await publicThreads(q).where(isPublicThread)
  for (const thread of open) await q.insert(threadTexts).values(await threadText(q, thread))
  const posted = await q
    .select({ contributionId: contributions.id, threadId: threads.id, title: threads.title, body: contributions.text })
    .from(contributions)
    .innerJoin(threads, eq(threads.id, contributions.threadId))
    .innerJoin(entries, eq(entries.id, threads.entryId))
    .leftJoin(drafts, eq(drafts.id, threads.draftId))
    .where(and(isNull(contributions.deletedAt), isPublicThread))
    .orderBy(contributions.createdAt)
  for (let at = 0; at < posted.length; at += 500) await q.insert(threadTexts).values(posted.slice(at, at + 500))
  await q
    .insert(searchState)
    .values({ id: 1, format: searchFormat })
    .onConflictDoUpdate({ target: searchState.id, set: { format: searchFormat } })
  return { entries: published.length, threads: open.length }
}

/** Does search know exactly as many entries, threads and contributions as there are, in the present form? */
export async function isSearchCurrent(q: Q): Promise<boolean> {
  const [state] = await q.select({ format: searchState.format }).from(searchState)
  if (state?.format !== searchFormat) return false
  const [published] = await q
    .select({ n: count() })
    .from(entries)
    .innerJoin(versions, and(eq(versions.entryId, entries.id), eq(versions.n, entries.currentVersion)))
    .where(ne(versions.kind, 'withdraw'))
  const [known] = await q.select({ n: countDistinct(entryTexts.entryId) }).from(entryTexts)
  const [argued] = await q
    .select({ threads: countDistinct(threads.id), posts: count(contributions.id) })
    .from(threads)
    .innerJoin(entries, eq(entries.id, threads.entryId))
    .leftJoin(drafts, eq(drafts.id, threads.draftId))
    .leftJoin(contributions, and(eq(contributions.threadId, threads.id), isNull(contributions.deletedAt)))
    .where(isPublicThread)
  const [heard] = await q
    .select({ threads: countDistinct(threadTexts.threadId), posts: count(threadTexts.contributionId) })
    .from(threadTexts)
  return published?.n === known?.n && argued?.threads === heard?.threads && argued?.posts === heard?.posts
}
