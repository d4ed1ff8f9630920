import { findPanels, findPosts, listPanelsOf, listPanelTexts, listPostTexts } from '../../db/queries/search.ts'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import { entryKinds, kindPath, kinds } from '../../domain/entries/kinds.ts'
import type { Piece } from '../../domain/search/passage.ts'
import { countAnswered, marked, passage } from '../../domain/search/passage.ts'
import type { SearchQuery } from '../../domain/search/query.ts'
import { beginningOf, indexQuery } from '../../domain/search/query.ts'
import { threadKindLabels } from '../../domain/threads/words.ts'
import type { Deps } from '../deps.ts'
import type { AtlasIndex, IndexedEntry } from './atlas-index.ts'
import { searchMemory } from './search-index.ts'

export interface SearchHit {
  /** Leads to the very panel or contribution. */
  href: string
  title: Piece[]
  /** Where it was found; empty for the entry itself. */
  where: string
  passage: Piece[]
}

export type SearchGroupId = EntryKind | 'word' | 'thread'

/** Hits of one kind, not yet cut to a page; texts are fetched, and a hit is written out, only where it is shown. */
export interface FoundGroup {
  id: SearchGroupId
  label: string
  found: FoundHit[]
}

export interface FoundHit {
  panels: readonly number[]
  posts: readonly number[]
  write: (texts: HitTexts) => SearchHit | null
}

/** What panels and posts say, by their numbers. */
export interface HitTexts {
  panels: ReadonlyMap<number, PanelText>
  posts: ReadonlyMap<number, PostText>
}

/** Texts that are looked at for one search. What lies beyond is further from what was asked. */
const mostTexts = 240
/** Where more texts answer than are looked at, so many entries whose titles answer are looked for by their titles. */
const mostByTitle = 60

type Panel = Awaited<ReturnType<typeof findPanels>>[number]
type PanelText = Awaited<ReturnType<typeof listPanelTexts>>[number]
type Post = Awaited<ReturnType<typeof findPosts>>[number]
type PostText = Awaited<ReturnType<typeof listPostTexts>>[number]

/** Everything that answers a search, by kind, best first. */
export async function findHits(
  { store }: Pick<Deps, 'store'>,
  index: AtlasIndex,
  query: SearchQuery,
  join: 'all' | 'any',
): Promise<{ groups: FoundGroup[]; capped: boolean }> {
  const expression = indexQuery(query, join)
  if (expression === null) return { groups: [], capped: false }
  const [ofEntries, ofThreads] = await Promise.all([
    findPanels(store.read, expression, mostTexts),
    findPosts(store.read, expression, mostTexts / 2),
  ])
  const capped = ofEntries.length === mostTexts
  const titled = capped ? await listPanelsOf(store.read, titledIds(index, query)) : []
  const entries = entryHits(index, [...titled, ...ofEntries], query)
  const groups: FoundGroup[] = [
    ...entryKinds.map((kind) => ({
      id: kind,
      label: kinds[kind].plural,
      found: entries.filter(({ entry }) => entry.kind === kind),
    })),
    { id: 'word', label: 'Levers and tags', found: join === 'all' ? wordHits(index, query) : [] },
    { id: 'thread', label: 'Threads', found: threadHits(ofThreads, query) },
  ]
  return {
    groups: groups.filter(({ found }) => found.length > 0),
    capped: capped || ofThreads.length === mostTexts / 2,
  }
}

/** Lists of hits as they are shown; one whose words were deleted meanwhile is left out. */
export async function writeHits(
  { store }: Pick<Deps, 'store'>,
  lists: readonly (readonly FoundHit[])[],
): Promise<SearchHit[][]> {
  const hits = lists.flat()
  const panelIds = hits.flatMap((hit) => hit.panels)
  const postIds = hits.flatMap((hit) => hit.posts)
  const [panels, posts] = await Promise.all([listPanelTexts(store.read, panelIds), listPostTexts(store.read, postIds)])
  const texts = {
    panels: new Map(panels.map((panel) => [panel.id, panel])),
    posts: new Map(posts.map((post) => [post.id, post])),
  }
  return lists.map((list) => list.flatMap(({ write }) => write(texts) ?? []))
}

/** Entries whose titles answer a search, best first ([S7]). */
function titledIds(index: AtlasIndex, query: SearchQuery): string[] {
  const levelOf = titleLevels(query)
  return answering(searchMemory(index).titles, levelOf)
    .slice(0, mostByTitle)
    .map(({ entry }) => entry.entryId)
}

/** Those whose names answer, best first. */
function answering<T extends { spelled: string }>(all: readonly T[], levelOf: (spelled: string) => number): T[] {
  const found: { one: T; level: number }[] = []
  for (const one of all) {
    const level = levelOf(one.spelled)
    if (level > 0) found.push({ one, level })
  }
  return found.sort((a, b) => b.level - a.level).map(({ one }) => one)
}

/** One hit for each entry, however many of its panels answer; those whose title answers come first. */
function entryHits(index: AtlasIndex, panels: readonly Panel[], query: SearchQuery) {
  const { byId } = searchMemory(index)
  const levelOf = titleLevels(query)
  const ofEntries = new Map<string, Panel[]>()
  for (const panel of panels) {
    const own = ofEntries.get(panel.entryId)
    if (!own) ofEntries.set(panel.entryId, [panel])
    else if (own.every(({ id }) => id !== panel.id)) own.push(panel)
  }
  return [...ofEntries]
    .flatMap(([id, own]) => {
      const title = byId.get(id)
      if (!title) return []
      const { entry } = title
      const level = levelOf(title.spelled)
      const write = ({ panels: texts }: HitTexts) => entryHit(entry, withTexts(own, texts), query, level > 0)
      return [{ entry, level, panels: own.map((panel) => panel.id), posts: [], write }]
    })
    .sort((a, b) => b.level - a.level)
}

/**
 * How well the words of a title answer: 3 they are the search, 2 they start like it, 1 they have all words, 0 some or
 * none.
 */
function titleLevels({ terms }: SearchQuery): (spelled: string) => number {
  const wanted = terms.filter(({ without }) => !without)
  const parts = wanted.flatMap((term) => term.words.map((word) => ` ${beginningOf({ ...term, words: [word] })}`))
  const asked = ` ${wanted.flatMap((term) => term.words).join(' ')}`
  return (spelled) => {
    for (const part of parts) if (!spelled.includes(part)) return 0
    return spelled === `${asked} ` ? 3 : spelled.startsWith(asked) ? 2 : 1
  }
}

/** @param named whether the title has everything that was asked: then the entry as a whole is the answer. */
function entryHit(
  entry: IndexedEntry,
  panels: readonly (Panel & PanelText)[],
  query: SearchQuery,
  named: boolean,
): SearchHit {
  const path = `/${kindPath[entry.kind]}/${entry.slug}`
  const title = marked(entry.title, query)
  const best = named ? null : mostAnswered(panels, ({ label, body }) => `${label}\n${body}`, query)
  if (!best || best.n === 0) {
    // Told by how it begins.
    const first = kinds[entry.kind].sections[0]?.id
    const start = panels.find(({ anchor }) => anchor === first) ?? panels.find(({ anchor }) => anchor !== '')
    return { href: path, title, where: '', passage: passage(start?.body ?? '', query) }
  }
  const { anchor, label, body } = best.one
  return { href: anchor ? `${path}#${anchor}` : path, title, where: label, passage: passage(body, query) }
}

/** The first of those that answer most terms of a search. */
function mostAnswered<T>(
  all: readonly T[],
  text: (one: T) => string,
  query: SearchQuery,
): { one: T; n: number } | null {
  let best: { one: T; n: number } | null = null
  for (const one of all) {
    const n = countAnswered(text(one), query)
    if (!best || n > best.n) best = { one, n }
  }
  return best
}

/** Numbers with their texts; what was taken away meanwhile is left out. */
function withTexts<N extends { id: number }, T>(numbered: readonly N[], texts: ReadonlyMap<number, T>): (N & T)[] {
  return numbered.flatMap((one) => {
    const text = texts.get(one.id)
    return text ? [{ ...one, ...text }] : []
  })
}

/** Levers and tags, which have pages and are no entries. */
function wordHits(index: AtlasIndex, query: SearchQuery): FoundHit[] {
  const levelOf = titleLevels(query)
  return answering(searchMemory(index).words, levelOf).map(({ name, href, where, text }) => ({
    panels: [],
    posts: [],
    write: () => ({ href, title: marked(name, query), where, passage: [{ text, hit: false }] }),
  }))
}

/** One hit for each thread, leading to the contribution that answers best. */
function threadHits(posts: readonly Post[], query: SearchQuery): FoundHit[] {
  const threads = new Map<string, Post[]>()
  for (const post of posts) threads.set(post.threadId, [...(threads.get(post.threadId) ?? []), post])
  return [...threads].map(([threadId, own]) => ({
    panels: [],
    posts: own.map(({ id }) => id),
    write: ({ posts: texts }) => threadHit(threadId, withTexts(own, texts), query),
  }))
}

function threadHit(threadId: string, posts: readonly (Post & PostText)[], query: SearchQuery): SearchHit | null {
  const best = mostAnswered(posts, ({ body }) => body, query)
  if (!best) return null
  const { contributionId, title, kind, state, entryTitle, body } = best.one
  const at = contributionId && best.n > 0 ? `?at=${contributionId}#c-${contributionId}` : ''
  return {
    href: `/threads/${threadId}${at}`,
    title: marked(title, query),
    where: `${threadKindLabels[kind]} · ${entryTitle}${state === 'resolved' ? ' · resolved' : ''}`,
    passage: passage(body, query),
  }
}
