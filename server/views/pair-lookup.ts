import type { RelatedPair } from '../../domain/relations/relate-pairs.ts'
import type { AtlasIndex } from './atlas-index.ts'

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

/** Whose statement a pair is, in words. */
export function declaredWords(index: AtlasIndex, { kind, declaredBy }: RelatedPair): string {
  if (kind === 'twin') return 'Derived: one lever, one pull'
  if (declaredBy.length === 2) return 'Declared by both'
  const [by = ''] = declaredBy
  return `Declared by ${index.find('strategy', by)?.title ?? by}`
}
