import { textField } from '../../domain/entries/field-values.ts'
import type { Lever } from '../../domain/entries/vocabulary.ts'
import type { AtlasIndex } from './atlas-index.ts'
import type { Pull } from './pull-words.ts'
import { pulls, pullWords, signNote } from './pull-words.ts'

export interface LeverRow {
  id: string
  name: string
  description: string
  side: Lever['side']
  total: number
  /** Why the pulls of this lever go by their signs. */
  note: string | null
  /** Negative, neutral, positive, in this order. */
  pulls: { pull: Pull; words: string; href: string; strategies: { slug: string; title: string }[] }[]
}

/** Every lever with the strategies that pull it, by direction, in the vocabulary's order. */
export function leverField(index: AtlasIndex): LeverRow[] {
  const strategies = index.byKind('strategy')
  return index.vocabulary.levers.map((lever) => {
    const own = strategies.filter(({ content }) => textField(content, 'lever') === lever.id)
    return {
      id: lever.id,
      name: lever.name,
      description: lever.description,
      side: lever.side,
      total: own.length,
      note: signNote(lever),
      pulls: pulls.map((pull) => ({
        pull,
        words: pullWords(lever, pull),
        href: `/strategies?lever=${lever.id}&pull=${encodeURIComponent(pull)}`,
        strategies: own
          .filter(({ content }) => textField(content, 'pull') === pull)
          .map(({ slug, title }) => ({ slug, title })),
      })),
    }
  })
}
