import type { RelatedPair } from '../relations/relate-pairs.ts'
import type { PortfolioInput } from './member.ts'
import { bySlug } from './member.ts'

export interface Addition {
  lever: string
  /** Null where nothing covers the lever without a contradiction. */
  strategy: string | null
  /** How many members the strategy complements. */
  complements: number
}

/** For each untouched lever the one strategy that covers it best without a new contradiction (SPEC [A9]). */
export function additions({ members, all, pairs }: PortfolioInput, untouched: readonly string[]): Addition[] {
  const held = new Set(members.map(({ slug }) => slug))
  const toMembers = countPairs(pairs, held)
  return untouched
    .map((lever): Addition => {
      const fit = all
        .filter((one) => one.lever === lever && !held.has(one.slug) && !toMembers.get(`conflict ${one.slug}`))
        .map(({ slug }) => ({ slug, complements: toMembers.get(`complement ${slug}`) ?? 0 }))
        .sort((x, y) => y.complements - x.complements || bySlug(x, y))[0]
      return { lever, strategy: fit?.slug ?? null, complements: fit?.complements ?? 0 }
    })
    .sort((x, y) => Number(y.strategy !== null) - Number(x.strategy !== null) || y.complements - x.complements)
}

/** How many members each strategy outside conflicts with and complements, as `kind slug`. */
function countPairs(pairs: readonly RelatedPair[], held: ReadonlySet<string>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { a, b, kind } of pairs) {
    if (held.has(a) === held.has(b)) continue
    const key = `${kind} ${held.has(a) ? b : a}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}
