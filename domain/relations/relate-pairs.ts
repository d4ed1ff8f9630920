import type { RelationKind } from '../entries/kinds.ts'
import type { MechanismId, StrategyFacts } from './mechanisms.ts'
import { complementMechanism, conflictMechanism, pullAlike } from './mechanisms.ts'

/** One strategy's statement about another, with its author. */
export interface DirectedDeclaration {
  from: string
  kind: RelationKind
  to: string
  rationale: string
}

/** An unordered pair of related strategies. */
export interface RelatedPair {
  /** Slug that comes first in code-unit order. */
  a: string
  b: string
  kind: RelationKind | 'twin'
  mechanism: MechanismId
  /** Slugs of the sides that declare it, in order; empty for twins. */
  declaredBy: string[]
  /** Rationales that somebody wrote, in the order of `declaredBy`. */
  rationales: { from: string; text: string }[]
}

/** Works out every related pair of an atlas from what its strategies are and declare (SPEC [L1]–[L6]). */
export function relatePairs(
  strategies: readonly StrategyFacts[],
  declarations: readonly DirectedDeclaration[],
): RelatedPair[] {
  const sorted = [...strategies].sort((x, y) => (x.slug < y.slug ? -1 : 1))
  const bySides = new Map<string, DirectedDeclaration[]>()
  for (const declaration of declarations) {
    const key = directed(declaration.from, declaration.to)
    bySides.set(key, [...(bySides.get(key) ?? []), declaration])
  }
  const pairs: RelatedPair[] = []
  for (const [i, a] of sorted.entries()) {
    for (const b of sorted.slice(i + 1)) {
      const own = bySides.get(directed(a.slug, b.slug)) ?? []
      const other = bySides.get(directed(b.slug, a.slug)) ?? []
      const pair = relate(a, b, [...own, ...other])
      if (pair) pairs.push(pair)
    }
  }
  return pairs
}

function directed(from: string, to: string): string {
  return `${from} ${to}`
}

function relate(a: StrategyFacts, b: StrategyFacts, declared: readonly DirectedDeclaration[]): RelatedPair | null {
  const kind = declared.some((one) => one.kind === 'conflict') ? 'conflict' : declared[0]?.kind
  if (kind === undefined) {
    if (!pullAlike(a, b)) return null
    return { a: a.slug, b: b.slug, kind: 'twin', mechanism: 'same-lever-twin', declaredBy: [], rationales: [] }
  }
  const counting = declared.filter((one) => one.kind === kind)
  return {
    a: a.slug,
    b: b.slug,
    kind,
    mechanism: kind === 'conflict' ? conflictMechanism(a, b) : complementMechanism(a, b),
    declaredBy: [...new Set(counting.map((one) => one.from))],
    rationales: counting
      .filter((one) => one.rationale !== '')
      .map(({ from, rationale }) => ({ from, text: rationale })),
  }
}
