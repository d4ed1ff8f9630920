import { listLiveDrafts } from '../../db/queries/live-drafts.ts'
import type { Store } from '../../db/store.ts'
import { setField, textField } from '../../domain/entries/field-values.ts'
import type { EntryContent } from '../../domain/entries/kinds.ts'
import type { WordList } from '../../domain/vocabulary/lists.ts'
import { tagField } from '../../domain/vocabulary/merged-tags.ts'
import type { Deps } from '../deps.ts'
import { readDraftOrNull } from '../read-draft.ts'
import type { IndexedEntry } from './atlas-index.ts'
import { atlasIndex } from './atlas-index.ts'

/** A draft that people work on, with the fields it holds now. */
export interface LiveDraft {
  id: string
  title: string
  content: Pick<EntryContent, 'kind' | 'fields'>
}

/** The words of a list that something uses. An axis is used by every strategy, so it names none. */
export function wordsIn(list: WordList, content: Pick<EntryContent, 'kind' | 'fields'>): string[] {
  if (list === 'axis') return []
  if (list === 'tag') return setField(content, tagField(content))
  const value = textField(content, list)
  return value ? [value] : []
}

/** What uses one word: published entries, and drafts that are worked on ([U22]). */
export async function usesOf(
  deps: Deps,
  list: WordList,
  id: string,
): Promise<{ entries: IndexedEntry[]; drafts: LiveDraft[] }> {
  const [index, drafts] = await Promise.all([atlasIndex(deps), liveDrafts(deps)])
  return {
    entries: index.entries.filter(({ content }) => wordsIn(list, content).includes(id)),
    drafts: drafts.filter(({ content }) => wordsIn(list, content).includes(id)),
  }
}

interface Read {
  updatedAt: number
  draft: LiveDraft
}

const known = new WeakMap<Store, Map<string, Read>>()

/** Every draft that is worked on. To read one is to load its document, so what has not changed since is remembered. */
export async function liveDrafts(deps: Deps): Promise<LiveDraft[]> {
  const before = known.get(deps.store) ?? new Map<string, Read>()
  const now = new Map<string, Read>()
  for (const { id, title, updatedAt } of await listLiveDrafts(deps.store.read)) {
    const remembered = before.get(id)
    if (remembered?.updatedAt === updatedAt) {
      now.set(id, remembered)
      continue
    }
    const reading = await readDraftOrNull(deps, id)
    if (!reading) continue
    const { kind, fields } = reading.content
    now.set(id, { updatedAt, draft: { id, title: reading.content.title || title, content: { kind, fields } } })
  }
  known.set(deps.store, now)
  return [...now.values()].map(({ draft }) => draft)
}
