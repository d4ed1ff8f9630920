import type { RelatedPair } from '../../domain/relations/relate-pairs.ts'
import type { AtlasIndex } from './atlas-index.ts'
import type { PairStanding } from './relation-standing.ts'

const lookups = new WeakMap<AtlasIndex, ReadonlyMap<string, RelatedPair>>()

/** The relation between two strategies, whichever is named first. */
export function pairOf(index: AtlasIndex, a: string, b: string): RelatedPair | undefined {
  let pairs = lookups.get(index)
  if (!pairs) {
    pairs = new Map(index.pairs.map((pair) => [`${pair.a} ${pair.b}`, pair]))
    lookups.set(index, pairs)
  }
  return pairs.get(a < b ? `${a} ${b}` : `${b} ${a}`)
}

/** Whose statement a pair is, in words, and what the other side says to it. */
export function declaredWords(
  index: AtlasIndex,
  { a, b, kind, declaredBy }: RelatedPair,
  { state, answer }: PairStanding,
): string {
  if (kind === 'twin') return 'Derived: one lever, one pull'
  if (declaredBy.length === 2) return 'Declared by both'
  const title = (slug: string) => index.find('strategy', slug)?.title ?? slug
  const [by = ''] = declaredBy
  const other = title(by === a ? b : a)
  const declared = `Declared by ${title(by)}`
  if (answer === null) {
    return state === 'confirmed' ? declared : `${declared} only, not confirmed by the writers of ${other}`
  }
  const side = answer.capacity === 'moderator' ? 'a moderator' : `${answerers[answer.capacity]} of ${other}`
  if (state === 'declined') return `${declared} only; a dispute by ${side} was upheld`
  return `${declared}, ${state} by ${side}`
}

const answerers = { writer: 'the writers', author: 'the authors' } as const
