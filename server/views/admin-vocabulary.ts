import { listVocabulary } from '../../db/queries/vocabulary.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { kindPath } from '../../domain/entries/kinds.ts'
import type { KeptWord, WordList } from '../../domain/vocabulary/lists.ts'
import { isAxisList, mergedTags, rowOf, wordLists, wordsOf } from '../../domain/vocabulary/lists.ts'
import type { Deps } from '../deps.ts'
import { asAdmin } from './as-admin.ts'
import type { AtlasIndex } from './atlas-index.ts'
import { atlasIndex } from './atlas-index.ts'
import { pageOf } from './paging.ts'
import { choicesHref, isPageNumber, readChoices } from './read-choices.ts'
import type { LiveDraft } from './word-uses.ts'
import { liveDrafts, wordsIn } from './word-uses.ts'

const onPage = 50

/** So many of what uses a word are named; the rest is counted. */
const mostNamed = 5

/**
 * One list of the vocabulary, with what uses each word.
 *
 * @param search as in `location.search`: `list`, `q` a part of a word, `page`.
 * @throws AppError `signed-out`, `not-allowed`.
 */
export async function adminVocabulary(deps: Deps, viewer: Viewer | null, search: string) {
  asAdmin(viewer)
  const { chosen, dropped } = readChoices(search, {
    list: (value) => wordLists.some((list) => list === value),
    q: (value) => value.length <= 100,
    page: isPageNumber,
    done: () => true,
  })
  const list = wordLists.find((one) => one === chosen.list) ?? 'lever'
  const [rows, index, drafts] = await Promise.all([listVocabulary(deps.store.read), atlasIndex(deps), liveDrafts(deps)])
  const words = list === 'tag' ? tagWords(wordsOf(rows, 'tag'), index, drafts) : wordsOf(rows, list)
  const merged = mergedTags(rows)
  const uses = new Uses(list, index, drafts)
  const offered = words.filter(({ retired }) => !retired)
  const q = (chosen.q ?? '').trim().toLowerCase()
  const found = offered.filter(({ id, name, description }) => `${id} ${name} ${description}`.toLowerCase().includes(q))
  const { done, page, ...filters } = chosen
  return {
    list,
    lists: wordLists.map((id) => ({ id, name: listName(rows, id) })),
    name: listName(rows, list),
    q: chosen.q ?? '',
    done: done ?? null,
    dropped,
    all: offered.length,
    retired: words.filter(({ retired }) => retired).map(({ id, name }) => ({ id, name })),
    ...pageOf(
      found.map((word) => ({
        id: word.id,
        name: word.name,
        description: word.description,
        revision: word.revision,
        positivePull: textOf(word, 'positivePull'),
        negativePull: textOf(word, 'negativePull'),
        side: textOf(word, 'side'),
        into: merged.get(word.id) ?? null,
        place: { first: word.id === offered[0]?.id, last: word.id === offered.at(-1)?.id },
        uses: uses.of(word.id),
      })),
      page,
      onPage,
      (n) => choicesHref('/admin/vocabulary', { ...filters, page: n }),
    ),
  }
}

export type AdminVocabulary = Awaited<ReturnType<typeof adminVocabulary>>

function listName(rows: Parameters<typeof wordsOf>[0], list: WordList): string {
  if (isAxisList(list)) return String(rowOf(rows, list, list)?.data.name ?? list)
  return { lever: 'Levers', axis: 'Axes', expertise: 'Expertise', recognition: 'Recognition', tag: 'Tags' }[list]
}

function textOf({ data }: KeptWord, member: string): string {
  const value = data[member]
  return typeof value === 'string' ? value : ''
}

/** Tags that something carries, and those that somebody described or merged. */
function tagWords(kept: readonly KeptWord[], index: AtlasIndex, drafts: readonly LiveDraft[]): KeptWord[] {
  const carried = [...index.tags().keys(), ...drafts.flatMap(({ content }) => wordsIn('tag', content))]
  const words = new Map(kept.map((word) => [word.id, word]))
  for (const id of carried) {
    const word = words.get(id)
    // Somebody carries again what was retired.
    if (word?.retired) words.set(id, { ...word, retired: false, description: '', data: { id, description: '' } })
    if (!word) words.set(id, { id, name: id, description: '', data: { id }, retired: false, revision: 0, position: 0 })
  }
  return [...words.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** What uses each word of a list. */
class Uses {
  readonly #entries = new Map<string, { title: string; href: string }[]>()
  readonly #drafts = new Map<string, { title: string; href: string }[]>()
  readonly #list: WordList

  constructor(list: WordList, index: AtlasIndex, drafts: readonly LiveDraft[]) {
    this.#list = list
    for (const { kind, slug, title, content } of index.entries) {
      const href = `/${kindPath[kind]}/${slug}`
      for (const word of wordsIn(list, content)) push(this.#entries, word, { title, href })
    }
    for (const { id, title, content } of drafts) {
      for (const word of wordsIn(list, content)) push(this.#drafts, word, { title, href: `/drafts/${id}` })
    }
  }

  of(id: string) {
    const entries = this.#entries.get(id) ?? []
    const drafts = this.#drafts.get(id) ?? []
    return {
      entries: { total: entries.length, href: this.#href(id), named: entries.slice(0, mostNamed) },
      drafts: { total: drafts.length, named: drafts.slice(0, mostNamed) },
    }
  }

  /** Where all entries that use it are listed. */
  #href(id: string): string {
    if (this.#list === 'tag') return `/tags/${id}`
    const people = this.#list === 'expertise' || this.#list === 'recognition'
    return choicesHref(people ? '/people' : '/strategies', { [this.#list]: id })
  }
}

function push<T>(lists: Map<string, T[]>, key: string, member: T): void {
  const list = lists.get(key)
  if (list) list.push(member)
  else lists.set(key, [member])
}
