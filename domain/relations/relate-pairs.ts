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

/**
 * Works out every related pair of an atlas from what its strategies are and declare (SPEC [L1]–[L6]). Looks only at
 * pairs that somebody declares or that pull alike: most pairs of a large atlas are neither.
 */
export function relatePairs(
  strategies: readonly StrategyFacts[],
  declarations: readonly DirectedDeclaration[],
): RelatedPair[] {
  const sorted = [...strategies].sort((x, y) => (x.slug < y.slug ? -1 : 1))
  const places = new Map(sorted.map(({ slug }, i) => [slug, i]))
  const others = sorted.map(() => new Map<number, DirectedDeclaration[]>())
  for (const declaration of declarations) {
    const from = places.get(declaration.from)
    const to = places.get(declaration.to)
    if (from === undefined || to === undefined || from === to) continue
    const own = others[Math.min(from, to)]
    const second = Math.max(from, to)
    const said = own?.get(second)
    if (said) said.push(declaration)
    else own?.set(second, [declaration])
  }
  for (const alike of pullingAlike(sorted)) {
    for (const [i, first] of alike.entries()) {
      for (const second of alike.slice(i + 1)) if (!others[first]?.has(second)) others[first]?.set(second, [])
    }
  }
  return sorted.flatMap((a, i) =>
    [...(others[i] ?? [])]
      .sort(([x], [y]) => x - y)
      .flatMap(([second, declared]) => {
        const b = sorted[second]
        const bySides = declared.length > 1 ? [...declared].sort(bySlugOfAuthor) : declared
        const pair = b && relate(a, b, bySides)
        return pair ? [pair] : []
      }),
  )
}

function bySlugOfAuthor(x: DirectedDeclaration, y: DirectedDeclaration): number {
  return x.from < y.from ? -1 : x.from > y.from ? 1 : 0
}

/** Places of the strategies that share lever and pull, in order. */
function pullingAlike(sorted: readonly StrategyFacts[]): number[][] {
  const groups = new Map<string, number[]>()
  for (const [i, { lever, pull }] of sorted.entries()) {
    if (lever === undefined || pull === undefined) continue
    const key = JSON.stringify([lever, pull])
    const group = groups.get(key)
    if (group) group.push(i)
    else groups.set(key, [i])
  }
  return [...groups.values()]
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
