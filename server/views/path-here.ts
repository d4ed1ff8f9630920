import type { Viewer } from '../../domain/access/viewer.ts'
import { textField } from '../../domain/entries/field-values.ts'
import type { Edge } from '../../domain/paths/edges.ts'
import { reach, walked } from '../../domain/paths/walks.ts'
import type { Deps } from '../deps.ts'
import type { AtlasIndex, IndexedEntry } from './atlas-index.ts'
import { betsOf } from './bets.ts'
import { linksIn } from './links-in.ts'
import { pathGraph } from './path-graph.ts'
import { herePicture } from './path-picture.ts'
import { choicesHref } from './read-choices.ts'

/** So many steps are offered in each direction; the count says how many there are. */
const mostSteps = 60
/** A trail is remembered for so many steps. */
const longestTrail = 24

/**
 * Where one stands on a path: the strategy as a bet, what its success leaves, what comes before and next.
 *
 * @param way slugs of the strategies one came by, the first step first; what cannot be walked is left out.
 */
export async function pathHere(
  deps: Deps,
  viewer: Viewer | null,
  index: AtlasIndex,
  here: IndexedEntry,
  way: readonly string[],
) {
  const graph = pathGraph(index)
  const { slug, title, content } = here
  const trail = walked(way, slug, graph.edges)
  const bindsNext = content.sections['binds-next'] ?? []
  const steps = reach(slug, graph.edges)
  const next = graph.away(slug)
  const before = graph.into(slug)
  const cycle = graph.cycles.find(({ members }) => members.includes(slug))
  const ref = (one: string) => ({ slug: one, title: index.find('strategy', one)?.title ?? one })
  const step = (edge: Edge, to: string) => ({
    ...ref(to),
    rules: edge.rules,
    horizon: horizonName(index, index.find('strategy', to)),
    href: choicesHref('/paths', { from: to, via: [...trail, slug].slice(-longestTrail).join(',') }),
    /** One has been there on this walk. */
    walked: trail.includes(to),
  })
  const [bet] = await betsOf(deps, viewer, index, [here])
  return {
    slug,
    title,
    horizon: horizonName(index, here),
    place: graph.places.get(slug) ?? 'apart',
    bet: bet ?? null,
    bindsNext,
    links: linksIn(bindsNext, index.links),
    trail: trail.map((one, i) => ({
      ...ref(one),
      href: choicesHref('/paths', { from: one, via: trail.slice(0, i).join(',') }),
    })),
    cameRound: trail.includes(slug),
    next: { total: next.length, shown: next.slice(0, mostSteps).map((edge) => step(edge, edge.to)) },
    before: {
      total: before.length,
      shown: before.slice(0, mostSteps).map((edge) => ({
        ...step(edge, edge.from),
        href: choicesHref('/paths', { from: edge.from }),
      })),
    },
    reached: steps.size,
    farthest: Math.max(0, ...steps.values()),
    chain: graph.chainFrom(slug).map(ref),
    ring: cycle ? cycle.ring.map(ref) : null,
    ringMembers: cycle?.members.length ?? 0,
    picture: herePicture(index, slug),
  }
}

export type PathHere = Awaited<ReturnType<typeof pathHere>>

function horizonName({ vocabulary }: AtlasIndex, entry: IndexedEntry | undefined): string {
  const values = vocabulary.axes.find(({ id }) => id === 'time-horizon')?.values ?? []
  return values.find(({ id }) => id === (entry && textField(entry.content, 'time-horizon')))?.name ?? ''
}
