import { findEntryTexts, findThreadTexts, listTextsOf } from '../../db/queries/search.ts'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import { entryKinds, kindPath, kinds } from '../../domain/entries/kinds.ts'
import type { Piece } from '../../domain/search/passage.ts'
import { countAnswered, marked, passage } from '../../domain/search/passage.ts'
import type { SearchQuery } from '../../domain/search/query.ts'
import { indexQuery, matcher } from '../../domain/search/query.ts'
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

/** Hits of one kind, not yet cut to a page; each is written out only when it is shown. */
export interface FoundGroup {
  id: SearchGroupId
  label: string
  found: (() => SearchHit)[]
}

/** Texts that are looked at for one search. What lies beyond is further from what was asked. */
const mostTexts = 240
/** Where more texts answer than are looked at, so many entries whose titles answer are looked for by their titles. */
const mostByTitle = 60

type EntryText = Awaited<ReturnType<typeof findEntryTexts>>[number]
type ThreadText = Awaited<ReturnType<typeof findThreadTexts>>[number]

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
    findEntryTexts(store.read, expression, mostTexts),
    findThreadTexts(store.read, expression, mostTexts / 2),
  ])
  const capped = ofEntries.length === mostTexts
  const titled = capped ? await listTextsOf(store.read, titledIds(index, query)) : []
  const entries = entryHits(index, [...titled, ...ofEntries], query)
  const groups: FoundGroup[] = [
    ...entryKinds.map((kind) => ({
      id: kind,
      label: kinds[kind].plural,
      found: entries.filter(({ entry }) => entry.kind === kind).map(({ write }) => write),
    })),
    { id: 'word', label: 'Levers and tags', found: join === 'all' ? wordHits(index, query) : [] },
    { id: 'thread', label: 'Threads', found: threadHits(ofThreads, query) },
  ]
  return {
    groups: groups.filter(({ found }) => found.length > 0),
    capped: capped || ofThreads.length === mostTexts / 2,
  }
}

/** Entries whose titles answer a search, best first ([S7]). */
function titledIds(index: AtlasIndex, query: SearchQuery): string[] {
  const levelOf = titleLevels(query)
  return searchMemory(index)
    .titles.map(({ entry, spelled }) => ({ entry, level: levelOf(spelled) }))
    .filter(({ level }) => level > 0)
    .sort((a, b) => b.level - a.level)
    .slice(0, mostByTitle)
    .map(({ entry }) => entry.entryId)
}

/** One hit for each entry, however many of its panels answer; those whose title answers come first. */
function entryHits(index: AtlasIndex, texts: readonly EntryText[], query: SearchQuery) {
  const { byId } = searchMemory(index)
  const levelOf = titleLevels(query)
  const panels = new Map<string, EntryText[]>()
  for (const text of texts) {
    const own = panels.get(text.entryId)
    if (!own) panels.set(text.entryId, [text])
    else if (own.every(({ id }) => id !== text.id)) own.push(text)
  }
  return [...panels]
    .flatMap(([id, own]) => {
      const title = byId.get(id)
      if (!title) return []
      const { entry } = title
      const level = levelOf(title.spelled)
      return [{ entry, level, write: () => entryHit(entry, own, query, level > 0) }]
    })
    .sort((a, b) => b.level - a.level)
}

/**
 * How well the words of a title answer: 3 they are the search, 2 they start like it, 1 they have all words, 0 some or
 * none.
 */
function titleLevels({ terms }: SearchQuery): (words: readonly string[]) => number {
  const wanted = terms.filter(({ without }) => !without)
  const answers = wanted.flatMap((term) => term.words.map((one) => matcher({ ...term, words: [one] })))
  const asked = wanted.flatMap((term) => term.words).join(' ')
  return (words) => {
    if (!answers.every((answer) => words.some(answer))) return 0
    const whole = words.join(' ')
    return whole === asked ? 3 : whole.startsWith(asked) ? 2 : 1
  }
}

/** @param named whether the title has everything that was asked: then the entry as a whole is the answer. */
function entryHit(entry: IndexedEntry, panels: readonly EntryText[], query: SearchQuery, named: boolean): SearchHit {
  const path = `/${kindPath[entry.kind]}/${entry.slug}`
  const title = marked(entry.title, query)
  const scored = panels.map((panel) => ({ panel, n: countAnswered(`${panel.label}\n${panel.body}`, query) }))
  const best = scored.reduce((a, b) => (b.n > a.n ? b : a))
  const first = kinds[entry.kind].sections[0]?.id
  if (named || best.n === 0) {
    // Told by how it begins.
    const start = panels.find(({ anchor }) => anchor === first) ?? panels.find(({ anchor }) => anchor !== '')
    return { href: path, title, where: '', passage: passage(start?.body ?? '', query) }
  }
  const { anchor, label, body } = best.panel
  return { href: anchor ? `${path}#${anchor}` : path, title, where: label, passage: passage(body, query) }
}

/** Levers and tags, which have pages and are no entries. */
function wordHits(index: AtlasIndex, query: SearchQuery): (() => SearchHit)[] {
  const levelOf = titleLevels(query)
  return searchMemory(index)
    .words.map((word) => ({ ...word, level: levelOf(word.spelled) }))
    .filter(({ level }) => level > 0)
    .sort((a, b) => b.level - a.level)
    .map(({ name, href, where, text }) => () => ({
      href,
      title: marked(name, query),
      where,
      passage: [{ text, hit: false }],
    }))
}

/** One hit for each thread, leading to the contribution that answers best. */
function threadHits(texts: readonly ThreadText[], query: SearchQuery): (() => SearchHit)[] {
  const threads = new Map<string, ThreadText[]>()
  for (const text of texts) threads.set(text.threadId, [...(threads.get(text.threadId) ?? []), text])
  return [...threads.values()].map((own) => () => {
    const best = own.map((text) => ({ text, n: countAnswered(text.body, query) })).reduce((a, b) => (b.n > a.n ? b : a))
    const { threadId, contributionId, title, kind, state, entryTitle, body } = best.text
    const at = contributionId && best.n > 0 ? `?at=${contributionId}#c-${contributionId}` : ''
    return {
      href: `/threads/${threadId}${at}`,
      title: marked(title, query),
      where: `${threadKindLabels[kind]} · ${entryTitle}${state === 'resolved' ? ' · resolved' : ''}`,
      passage: passage(body, query),
    }
  })
}
