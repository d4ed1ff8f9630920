import { textField } from '../../domain/entries/field-values.ts'
import type { AtlasIndex, IndexedEntry } from './atlas-index.ts'
import { pulls } from './pull-words.ts'

export interface LeverGroup {
  /** Empty for strategies without a lever of the vocabulary. */
  id: string
  name: string
  strategies: IndexedEntry[]
}

const grouped = new WeakMap<AtlasIndex, LeverGroup[]>()

/** Strategies by lever in the vocabulary's order, then by pull (−, neither way, +), then by title. */
export function byLever(index: AtlasIndex): LeverGroup[] {
  const known = grouped.get(index)
  if (known) return known
  const { levers } = index.vocabulary
  const groups = [...levers.map(({ id, name }) => ({ id, name })), { id: '', name: 'No lever' }].map((lever) => ({
    ...lever,
    strategies: index
      .byKind('strategy')
      .filter(({ content }) => leverIdOf(index, textField(content, 'lever')) === lever.id)
      .sort((a, b) => pullPlace(a) - pullPlace(b)),
  }))
  const filled = groups.filter(({ strategies }) => strategies.length > 0)
  grouped.set(index, filled)
  return filled
}

function leverIdOf(index: AtlasIndex, id: string): string {
  return index.vocabulary.levers.some((lever) => lever.id === id) ? id : ''
}

function pullPlace({ content }: IndexedEntry): number {
  return (pulls as readonly string[]).indexOf(textField(content, 'pull'))
}
