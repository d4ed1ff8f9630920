import { textField } from '../../domain/entries/field-values.ts'
import type { Edge } from '../../domain/paths/edges.ts'
import { pathEdges, refersTo } from '../../domain/paths/edges.ts'
import type { Walks } from '../../domain/paths/walks.ts'
import { walks } from '../../domain/paths/walks.ts'
import type { AtlasIndex } from './atlas-index.ts'

export interface PathGraph extends Walks {
  edges: Edge[]
  /** Edges that lead away from each strategy, and to it. */
  away(slug: string): Edge[]
  into(slug: string): Edge[]
}

const known = new WeakMap<AtlasIndex, PathGraph>()

/** What binds next as a graph of all strategies, worked out once for each state of the atlas. */
export function pathGraph(index: AtlasIndex): PathGraph {
  const before = known.get(index)
  if (before) return before
  const strategies = index.byKind('strategy')
  const edges = pathEdges(
    strategies.map(({ slug, content }) => ({
      slug,
      horizon: textField(content, 'time-horizon'),
      refersTo: refersTo(content.sections['binds-next'] ?? []),
    })),
    index.pairs,
  )
  const graph: PathGraph = {
    edges,
    away: (slug) => edges.filter(({ from }) => from === slug),
    into: (slug) => edges.filter(({ to }) => to === slug),
    ...walks(
      strategies.map(({ slug }) => slug),
      edges,
    ),
  }
  known.set(index, graph)
  return graph
}
