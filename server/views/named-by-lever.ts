import type { AtlasIndex } from './atlas-index.ts'
import { byLever } from './strategy-order.ts'

export interface LeverNames {
  /** Empty for strategies without a lever of the vocabulary. */
  id: string
  name: string
  total: number
  strategies: { slug: string; title: string }[]
}

/** Some of the strategies by lever. @param most so many are named; the totals say how many there are. */
export function namedByLever(index: AtlasIndex, slugs: ReadonlySet<string>, most: number): LeverNames[] {
  let left = most
  return byLever(index).flatMap(({ id, name, strategies }) => {
    const own = strategies.filter(({ slug }) => slugs.has(slug))
    const named = own.slice(0, left).map(({ slug, title }) => ({ slug, title }))
    left -= named.length
    return own.length > 0 ? [{ id, name, total: own.length, strategies: named }] : []
  })
}
