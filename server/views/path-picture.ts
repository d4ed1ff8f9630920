import type { Viewer } from '../../domain/access/viewer.ts'
import { textField } from '../../domain/entries/field-values.ts'
import type { Edge } from '../../domain/paths/edges.ts'
import { stages } from '../../domain/paths/edges.ts'
import type { Deps } from '../deps.ts'
import type { AtlasIndex } from './atlas-index.ts'
import { pathGraph } from './path-graph.ts'
import { pickStrategies } from './picked-strategies.ts'
import { readableAtlas } from './readable-atlas.ts'
import { emptyStrategy, strategyRef } from './strategy-ref.ts'

export interface PathPicture {
  columns: { title: string; nodes: { slug: string; title: string }[] }[]
  edges: Edge[]
  /** The strategy one stands on; empty in the picture of all. */
  here: string
  /** How many edges there are, and how many are drawn. */
  total: number
}

/** More edges than these cannot be told apart. */
const mostEdges = 60
/** So many names stand in one column of the picture around one strategy. */
const mostInColumn = 10

/** The picture of all edges, or of those around the strategy that an address names. */
export async function pathPicture(deps: Deps, viewer: Viewer | null, search: string): Promise<PathPicture> {
  const index = await readableAtlas(deps, viewer)
  const from = new URLSearchParams(search).get('from') ?? ''
  const [here] = pickStrategies(index, new URLSearchParams({ s: from }), 1).strategies
  return here ? herePicture(index, here.slug) : overviewPicture(index)
}

/** Edges between strategies by time horizon: those of the longest chains first, as many as can be told apart. */
export function overviewPicture(index: AtlasIndex): PathPicture {
  const graph = pathGraph(index)
  const long = ({ from }: Edge) => graph.chainLength(from)
  const edges = [...graph.edges].sort((x, y) => long(y) - long(x)).slice(0, mostEdges)
  const drawn = new Set(edges.flatMap(({ from, to }) => [from, to]))
  const horizons = index.vocabulary.axes.find(({ id }) => id === 'time-horizon')?.values ?? []
  const horizonOf = (slug: string) => textField(index.find('strategy', slug)?.content ?? emptyStrategy, 'time-horizon')
  const inOrder: readonly string[] = stages
  const columns = [...stages, ''].map((stage) => ({
    title: horizons.find(({ id }) => id === stage)?.name ?? 'No stage',
    nodes: [...drawn]
      .filter((slug) => (inOrder.includes(horizonOf(slug)) ? horizonOf(slug) : '') === stage)
      .map((slug) => strategyRef(index, slug)),
  }))
  return {
    columns: untangled(
      columns.filter(({ nodes }) => nodes.length > 0),
      edges,
    ),
    edges,
    here: '',
    total: graph.edges.length,
  }
}

/** What comes before a strategy, what comes next, and what comes after that. */
export function herePicture(index: AtlasIndex, slug: string): PathPicture {
  const graph = pathGraph(index)
  const before = graph.into(slug).map(({ from }) => from)
  const next = graph.away(slug).map(({ to }) => to)
  const taken = new Set([slug, ...next])
  const later = [...new Set(next.flatMap((one) => graph.away(one)).map(({ to }) => to))].filter(
    (one) => !taken.has(one),
  )
  const earlier = before.filter((one) => !taken.has(one) && !later.includes(one))
  const columns = [
    { title: 'Before', slugs: earlier },
    { title: 'Here', slugs: [slug] },
    { title: 'Next', slugs: next },
    { title: 'After that', slugs: later },
  ].map(({ title, slugs }) => ({ title, nodes: slugs.slice(0, mostInColumn).map((one) => strategyRef(index, one)) }))
  const filled = columns.filter(({ nodes }) => nodes.length > 0)
  const drawn = new Set(filled.flatMap(({ nodes }) => nodes.map((node) => node.slug)))
  const all = graph.edges.filter(({ from, to }) => [from, to].includes(slug) || next.includes(from))
  const edges = all.filter(({ from, to }) => drawn.has(from) && drawn.has(to)).slice(0, mostEdges)
  return { columns: untangled(filled, edges), edges, here: slug, total: all.length }
}

/** Orders each column by where the names it is tied to stand in the column before, so that fewer lines cross. */
function untangled(columns: PathPicture['columns'], edges: readonly Edge[]): PathPicture['columns'] {
  const place = new Map<string, number>()
  return columns.map(({ title, nodes }) => {
    const middle = ({ slug }: { slug: string }) => {
      const tied = edges.flatMap(({ from, to }) =>
        to === slug ? [place.get(from)] : from === slug ? [place.get(to)] : [],
      )
      const known = tied.filter((one) => one !== undefined)
      return known.length > 0 ? known.reduce((sum, one) => sum + one, 0) / known.length : Number.POSITIVE_INFINITY
    }
    const sorted = nodes
      .map((node) => ({ node, at: middle(node) }))
      .sort((x, y) => (x.at === y.at ? 0 : x.at - y.at) || (x.node.title < y.node.title ? -1 : 1))
      .map(({ node }) => node)
    for (const [i, { slug }] of sorted.entries()) place.set(slug, i / Math.max(1, sorted.length - 1))
    return { title, nodes: sorted }
  })
}
