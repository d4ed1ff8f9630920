import type { Viewer } from '../../domain/access/viewer.ts'
import { isBlank } from '../../domain/prose/tree.ts'
import { csv } from '../../domain/text/csv.ts'
import type { Deps } from '../deps.ts'
import type { AtlasIndex } from './atlas-index.ts'
import { pathGraph } from './path-graph.ts'
import { pathHere } from './path-here.ts'
import { overviewPicture } from './path-picture.ts'
import { pickStrategies, suggestedTitles } from './picked-strategies.ts'
import { choicesHref } from './read-choices.ts'
import { readableAtlas } from './readable-atlas.ts'
import { strategyRef } from './strategy-ref.ts'
import { viewJson } from './view-json.ts'

/** So many chains, cycles and dead ends are listed; the counts say how many there are. */
const mostListed = 40
/** So many edges stand in the table under the picture; the CSV has all. */
const mostRows = 200

/**
 * What binds next as a graph one can walk.
 *
 * @param search as in `location.search`: `from` is where one stands, `via` the way there as slugs with commas, `add` a
 * strategy by its title.
 */
export async function pathsPage(deps: Deps, viewer: Viewer | null, search: string) {
  const index = await readableAtlas(deps, viewer)
  const query = new URLSearchParams(search)
  const wanted = new URLSearchParams({ s: (query.get('from') ?? '').split(',')[0] ?? '', add: query.get('add') ?? '' })
  // Who names another strategy by its title begins a new walk there.
  if (query.has('add')) wanted.delete('s')
  const { strategies, unknown } = pickStrategies(index, wanted, 1)
  const [here] = strategies
  const way = (query.get('via') ?? '').slice(0, 4000).split(',')
  return {
    unknown,
    titles: suggestedTitles(index),
    address: query.has('add') && here ? `/paths?from=${here.slug}` : null,
    here: here ? await pathHere(deps, viewer, index, here, way) : null,
    whole: here ? null : wholeGraph(index),
    counts: pathCounts(index),
    csv: choicesHref('/paths.csv', { from: here?.slug }),
    svg: choicesHref('/charts/paths.svg', { from: here?.slug }),
  }
}

export type PathsPage = Awaited<ReturnType<typeof pathsPage>>
export type WholeGraph = NonNullable<PathsPage['whole']>

/** Every edge, or those of one strategy, as comma-separated values. */
export async function pathsCsv(deps: Deps, viewer: Viewer | null, search: string): Promise<string> {
  const index = await readableAtlas(deps, viewer)
  const title = (slug: string) => index.find('strategy', slug)?.title ?? slug
  return csv(
    ['from', 'from_title', 'to', 'to_title', 'rules'],
    edgesShown(index, search).map(({ from: a, to: b, rules }) => [a, title(a), b, title(b), rules.join(' ')]),
  )
}

/** Every edge, or those of one strategy, as programs read them. */
export async function pathsJson(deps: Deps, viewer: Viewer | null, search: string) {
  const index = await readableAtlas(deps, viewer)
  const rows = edgesShown(index, search).map(({ from, to, rules }) => ({ from, to, rules }))
  return viewJson('/paths', rows, search)
}

function edgesShown(index: AtlasIndex, search: string) {
  const from = new URLSearchParams(search).get('from')
  return pathGraph(index).edges.filter((edge) => !from || edge.from === from || edge.to === from)
}

function pathCounts(index: AtlasIndex) {
  const { edges, places, cycles } = pathGraph(index)
  const strategies = index.byKind('strategy')
  const count = (place: string) => [...places.values()].filter((one) => one === place).length
  return {
    strategies: strategies.length,
    edges: edges.length,
    links: edges.filter(({ rules }) => rules.includes('link')).length,
    stages: edges.filter(({ rules }) => rules.includes('stage')).length,
    cycles: cycles.length,
    starts: count('start'),
    passages: count('passage'),
    deadEnds: count('dead-end'),
    apart: count('apart'),
    said: strategies.filter(({ content }) => !isBlank(content.sections['binds-next'])).length,
  }
}

function wholeGraph(index: AtlasIndex) {
  const graph = pathGraph(index)
  const ref = (slug: string) => strategyRef(index, slug)
  const placed = (place: string) => [...graph.places].filter(([, one]) => one === place).map(([slug]) => slug)
  const chains = placed('start')
    .filter((slug) => graph.chainLength(slug) > 2)
    .sort((x, y) => graph.chainLength(y) - graph.chainLength(x))
  const ends = placed('dead-end')
  return {
    picture: overviewPicture(index),
    rows: graph.edges.slice(0, mostRows).map(({ from, to, rules }) => ({ from: ref(from), to: ref(to), rules })),
    chains: { total: chains.length, shown: chains.slice(0, mostListed).map((slug) => graph.chainFrom(slug).map(ref)) },
    cycles: {
      total: graph.cycles.length,
      shown: graph.cycles
        .slice(0, mostListed)
        .map(({ members, ring }) => ({ members: members.length, ring: ring.map(ref) })),
    },
    deadEnds: {
      total: ends.length,
      shown: ends.slice(0, mostListed).map((slug) => ({
        ...ref(slug),
        into: graph.into(slug).length,
        says: !isBlank(index.find('strategy', slug)?.content.sections['binds-next']),
      })),
    },
  }
}
