import { findEntryTexts, findThreadTexts } from '../../db/queries/search.ts'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import { entryKinds, kindPath, kinds } from '../../domain/entries/kinds.ts'
import type { Piece } from '../../domain/search/passage.ts'
import { countAnswered, marked, passage } from '../../domain/search/passage.ts'
import type { SearchQuery } from '../../domain/search/query.ts'
import { fold, indexQuery, matches } from '../../domain/search/query.ts'
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
export const mostTexts = 400

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
  const entries = entryHits(index, ofEntries, query)
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
    capped: ofEntries.length === mostTexts || ofThreads.length === mostTexts / 2,
  }
}

/** One hit for each entry, however many of its panels answer; those whose title answers come first. */
function entryHits(index: AtlasIndex, texts: readonly EntryText[], query: SearchQuery) {
  const { byId } = searchMemory(index)
  const panels = new Map<string, EntryText[]>()
  for (const text of texts) panels.set(text.entryId, [...(panels.get(text.entryId) ?? []), text])
  return [...panels]
    .flatMap(([id, own]) => {
      const entry = byId.get(id)
      if (!entry) return []
      const level = titleLevel(entry.title, query)
      return [{ entry, level, write: () => entryHit(entry, own, query, level > 0) }]
    })
    .sort((a, b) => b.level - a.level)
}

/** How well a title answers: 3 it is the search, 2 it starts like it, 1 it has all words, 0 some or none. */
function titleLevel(title: string, { terms }: SearchQuery): number {
  const wanted = terms.filter(({ without }) => !without)
  const words = fold(title).match(/[\p{L}\p{N}]+/gu) ?? []
  const answers = wanted.every((term) =>
    term.words.every((one) => words.some((word) => matches(word, { ...term, words: [one] }))),
  )
  if (!answers) return 0
  const asked = wanted.flatMap((term) => term.words).join(' ')
  const whole = words.join(' ')
  return whole === asked ? 3 : whole.startsWith(asked) ? 2 : 1
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
  const levers = index.vocabulary.levers.map(({ id, name, description }) => ({
    name,
    href: `/levers/${id}`,
    where: 'Lever',
    text: description,
  }))
  const tags = [...index.tags()].map(([tag, entries]) => ({
    name: tag,
    href: `/tags/${tag}`,
    where: 'Tag',
    text: entries.length === 1 ? '1 entry' : `${entries.length} entries`,
  }))
  return [...levers, ...tags]
    .map((word) => ({ ...word, level: titleLevel(word.name, query) }))
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
