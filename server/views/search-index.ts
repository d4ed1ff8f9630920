import { setImmediate } from 'node:timers/promises'
import { isEntryWord, listEntryWords } from '../../db/queries/search.ts'
import type { Q, Store } from '../../db/store.ts'
import type { KnownWord } from '../../domain/search/near-words.ts'
import { knownWord, lettersMissing, lettersOf, mistakes } from '../../domain/search/near-words.ts'
import type { SearchQuery } from '../../domain/search/query.ts'
import { fold, replaceWords, stem } from '../../domain/search/query.ts'
import type { WordList } from '../../domain/search/word-list.ts'
import { nearestWord, wordList } from '../../domain/search/word-list.ts'
import type { Deps } from '../deps.ts'
import type { AtlasIndex, IndexedEntry } from './atlas-index.ts'

interface Title {
  entry: IndexedEntry
  folded: string
  spelled: string
  words: KnownWord[]
  letters: number
}

/** A lever or a tag: they have pages and are no entries. */
interface Word {
  name: string
  spelled: string
  href: string
  where: string
  text: string
}

/** What search keeps in memory of one state of the atlas. */
interface SearchMemory {
  byId: ReadonlyMap<string, Title>
  titles: readonly Title[]
  words: readonly Word[]
}

const memories = new WeakMap<AtlasIndex, SearchMemory>()

export function searchMemory(index: AtlasIndex): SearchMemory {
  const known = memories.get(index)
  if (known) return known
  const titles = index.entries.map((entry): Title => {
    const folded = fold(entry.title)
    const words = wordsIn(folded)
    return {
      entry,
      folded,
      spelled: spelled(words),
      words: words.map((word) => knownWord(word, 1)),
      letters: lettersOf(folded),
    }
  })
  const memory = {
    byId: new Map(titles.map((title) => [title.entry.entryId, title])),
    titles,
    words: wordsWithPages(index),
  }
  memories.set(index, memory)
  return memory
}

function wordsIn(folded: string): string[] {
  return folded.match(/[\p{L}\p{N}]+/gu) ?? []
}

/** Words with one space before and after each, so that a word or a beginning is found by its space. */
function spelled(words: readonly string[]): string {
  return ` ${words.join(' ')} `
}

function wordsWithPages(index: AtlasIndex): Word[] {
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
  return [...levers, ...tags].map((word) => ({ ...word, spelled: spelled(wordsIn(fold(word.name))) }))
}

interface Words {
  revision: string
  readAt: number
  list: Promise<WordList>
}

const wordsOf = new WeakMap<Store, Words>()
/** To read so many words takes part of a second, which nobody should wait for at each publication. */
const many = 20_000
const longEnough = 10 * 60 * 1000
/** Words read at once; between two readings others are answered. */
const wordsAtOnce = 4000

/** Every word that occurs. Of a large atlas the list may be ten minutes behind: it only serves to guess. */
async function entryWords({ store, now }: Pick<Deps, 'store' | 'now'>, { revision }: AtlasIndex): Promise<WordList> {
  const known = wordsOf.get(store)
  if (known) {
    const list = await known.list
    if (known.revision === revision || (list.words.length > many && now() - known.readAt < longEnough)) return list
  }
  const list = readWords(store.read)
  wordsOf.set(store, { revision, readAt: now(), list })
  list.catch(() => wordsOf.delete(store))
  return list
}

async function readWords(q: Q): Promise<WordList> {
  const rows: { word: string; count: number }[] = []
  for (let last: string | undefined = ''; last !== undefined; ) {
    const next = await listEntryWords(q, last, wordsAtOnce)
    for (const row of next) rows.push(row)
    last = next.length === wordsAtOnce ? next.at(-1)?.word : undefined
    await setImmediate()
  }
  return wordList(rows)
}

/**
 * The search with words that occur nowhere replaced by the nearest that do; null where there is nothing to replace.
 */
export async function corrected(
  deps: Pick<Deps, 'store' | 'now'>,
  index: AtlasIndex,
  query: SearchQuery,
): Promise<SearchQuery | null> {
  const instead = new Map<string, string>()
  for (const typed of new Set(query.terms.flatMap((term) => (term.without ? [] : term.words)))) {
    if (await isEntryWord(deps.store.read, stem(typed))) continue
    const near = nearestWord(typed, await entryWords(deps, index))
    if (near) instead.set(typed, near)
  }
  return instead.size > 0 ? replaceWords(query, instead) : null
}

/** Entries whose titles are spelled like what was typed, best first. */
export function nearestTitles(index: AtlasIndex, typed: string, most: number): IndexedEntry[] {
  const wanted = fold(typed).trim()
  if (wanted === '' || wanted.length > 60) return []
  const allowed = Math.max(2, Math.floor(wanted.length / 3))
  const letters = lettersOf(wanted)
  const long = wanted
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 5)
    .map((word) => knownWord(word, 1))
  const near = (word: KnownWord, one: KnownWord) =>
    lettersMissing(word.letters, one.letters) <= 2 && mistakes(word.word, one.word, 2) <= 2
  return searchMemory(index)
    .titles.map((title) => {
      const shared = long.some((word) => title.words.some((one) => near(word, one)))
      const alike = !shared && lettersMissing(letters, title.letters) <= allowed
      const distance = shared ? allowed : alike ? mistakes(wanted, title.folded, allowed) : allowed + 1
      return { entry: title.entry, distance }
    })
    .filter(({ distance }) => distance <= allowed)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ entry }) => entry)
}
