import { listEntryWords } from '../../db/queries/search.ts'
import { mistakes, nearestWord } from '../../domain/search/near-words.ts'
import type { SearchQuery } from '../../domain/search/query.ts'
import { fold, replaceWords, stem } from '../../domain/search/query.ts'
import type { Deps } from '../deps.ts'
import type { AtlasIndex, IndexedEntry } from './atlas-index.ts'

/** What search keeps in memory of one state of the atlas. */
interface SearchMemory {
  byId: ReadonlyMap<string, IndexedEntry>
  titles: readonly { entry: IndexedEntry; folded: string; words: string[] }[]
  /** Every word that occurs, with how often. */
  words: Promise<{ word: string; count: number }[]> | null
}

const memories = new WeakMap<AtlasIndex, SearchMemory>()

export function searchMemory(index: AtlasIndex): SearchMemory {
  const known = memories.get(index)
  if (known) return known
  const memory: SearchMemory = {
    byId: new Map(index.entries.map((entry) => [entry.entryId, entry])),
    titles: index.entries.map((entry) => {
      const folded = fold(entry.title)
      return { entry, folded, words: folded.match(/[\p{L}\p{N}]+/gu) ?? [] }
    }),
    words: null,
  }
  memories.set(index, memory)
  return memory
}

/**
 * The search with words that occur nowhere replaced by the nearest that do; null where there is nothing to replace.
 */
export async function corrected(
  deps: Pick<Deps, 'store'>,
  index: AtlasIndex,
  query: SearchQuery,
): Promise<SearchQuery | null> {
  const memory = searchMemory(index)
  memory.words ??= listEntryWords(deps.store.read)
  const words = await memory.words
  const instead = new Map<string, string>()
  for (const typed of new Set(query.terms.flatMap((term) => (term.without ? [] : term.words)))) {
    const start = stem(typed)
    if (words.some(({ word }) => word.startsWith(start))) continue
    const near = nearestWord(typed, words)
    if (near) instead.set(typed, near)
  }
  return instead.size > 0 ? replaceWords(query, instead) : null
}

/** Entries whose titles are spelled like what was typed, best first. */
export function nearestTitles(index: AtlasIndex, typed: string, most: number): IndexedEntry[] {
  const wanted = fold(typed).trim()
  if (wanted === '' || wanted.length > 60) return []
  const allowed = Math.max(2, Math.floor(wanted.length / 3))
  const long = wanted.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= 5)
  return searchMemory(index)
    .titles.map(({ entry, folded, words }) => {
      const shared = long.some((word) => words.some((one) => mistakes(word, one, 2) <= 2))
      return { entry, distance: shared ? allowed : mistakes(wanted, folded, allowed) }
    })
    .filter(({ distance }) => distance <= allowed)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ entry }) => entry)
}
