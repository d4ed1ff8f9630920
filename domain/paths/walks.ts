import type { Edge } from './edges.ts'

export type Place = 'apart' | 'start' | 'dead-end' | 'passage'

export interface Cycle {
  /** By slug. */
  members: string[]
  /** A shortest way round, beginning at the first member; the last leads back to it. */
  ring: string[]
}

export interface Walks {
  cycles: Cycle[]
  /** What each strategy is, by slug. */
  places: Map<string, Place>
  /** A longest chain from a strategy, itself included; only itself where nothing follows. */
  chainFrom(slug: string): string[]
  /** How many strategies that chain has. */
  chainLength(slug: string): number
}

/** What edges add up to (SPEC [N4]–[N6]). @param slugs every strategy. */
export function walks(slugs: readonly string[], edges: readonly Edge[]): Walks {
  const sorted = [...slugs].sort()
  const next = successors(sorted, edges)
  const group = strongGroups(sorted, edges)
  const members = new Map<string, string[]>()
  for (const slug of sorted) {
    const name = group.get(slug) ?? slug
    members.set(name, [...(members.get(name) ?? []), slug])
  }
  const cycles = [...members.values()]
    .filter((all) => all.length > 1)
    .map((all): Cycle => ({ members: all, ring: ring(all[0] ?? '', next) }))
    .sort((x, y) => ((x.members[0] ?? '') < (y.members[0] ?? '') ? -1 : 1))
  const onward = successors(
    sorted,
    edges.filter(({ from, to }) => group.get(from) !== group.get(to)),
  )
  const steps = longestSteps(sorted, onward)
  const chainFrom = (slug: string): string[] => {
    const chain: string[] = []
    for (let at: string | null = slug; at !== null; at = steps.get(at)?.to ?? null) chain.push(at)
    return chain
  }
  return { cycles, places: places(sorted, edges), chainLength: (slug) => steps.get(slug)?.length ?? 1, chainFrom }
}

/**
 * The end of a way that can be walked to where one stands: every step of it follows an edge (SPEC [N9]).
 *
 * @param way slugs, the first step first.
 */
export function walked(way: readonly string[], here: string, edges: readonly Edge[]): string[] {
  const there = new Set(edges.map(({ from, to }) => `${from} ${to}`))
  const kept: string[] = []
  for (const slug of [...way].reverse()) {
    if (!there.has(`${slug} ${kept[0] ?? here}`)) break
    kept.unshift(slug)
  }
  return kept
}

/** In how many steps each strategy is reached from one, by slug, the nearest first (SPEC [N7]). */
export function reach(from: string, edges: readonly Edge[]): Map<string, number> {
  const next = successors([], edges)
  const steps = new Map<string, number>()
  let edge = [from]
  for (let n = 1; edge.length > 0; n++) {
    const found = edge.flatMap((slug) => next.get(slug) ?? []).filter((slug) => !steps.has(slug))
    edge = [...new Set(found)].sort()
    for (const slug of edge) steps.set(slug, n)
  }
  return steps
}

function places(slugs: readonly string[], edges: readonly Edge[]): Map<string, Place> {
  const leaves = new Set(edges.map(({ from }) => from))
  const reached = new Set(edges.map(({ to }) => to))
  return new Map(
    slugs.map((slug) => {
      if (leaves.has(slug)) return [slug, reached.has(slug) ? 'passage' : 'start']
      return [slug, reached.has(slug) ? 'dead-end' : 'apart']
    }),
  )
}

/** Where edges lead from each strategy, by slug. */
function successors(slugs: readonly string[], edges: readonly Edge[]): Map<string, string[]> {
  const next = new Map<string, string[]>(slugs.map((slug) => [slug, []]))
  for (const { from, to } of edges) next.set(from, [...(next.get(from) ?? []), to].sort())
  return next
}

/**
 * The name of the strongly connected group of each strategy: Kosaraju's two passes, without recursion, so that a long
 * chain cannot exhaust the stack.
 */
function strongGroups(slugs: readonly string[], edges: readonly Edge[]): Map<string, string> {
  const next = successors(slugs, edges)
  const back = successors(
    slugs,
    edges.map(({ from, to, rules }) => ({ from: to, to: from, rules })),
  )
  const finished: string[] = []
  const seen = new Set<string>()
  for (const slug of slugs) visit(slug, next, seen, (done) => finished.push(done))
  const group = new Map<string, string>()
  const grouped = new Set<string>()
  for (const slug of finished.reverse()) visit(slug, back, grouped, (member) => group.set(member, slug))
  return group
}

/** Depth first from one strategy over those not seen yet; tells of each once everything behind it was told of. */
function visit(
  from: string,
  next: ReadonlyMap<string, readonly string[]>,
  seen: Set<string>,
  tell: (slug: string) => void,
): void {
  if (seen.has(from)) return
  seen.add(from)
  const stack = [{ slug: from, at: 0 }]
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const to = next.get(top.slug)?.[top.at++]
    if (to === undefined) {
      tell(top.slug)
      stack.pop()
    } else if (!seen.has(to)) {
      seen.add(to)
      stack.push({ slug: to, at: 0 })
    }
  }
}

/** A shortest way from a strategy back to itself; of equally short ones the first by slugs. */
function ring(start: string, next: ReadonlyMap<string, readonly string[]>): string[] {
  const ways: string[][] = [[start]]
  const seen = new Set<string>()
  for (let way = ways.shift(); way; way = ways.shift()) {
    for (const to of next.get(way.at(-1) ?? '') ?? []) {
      if (to === start) return way
      if (seen.has(to)) continue
      seen.add(to)
      ways.push([...way, to])
    }
  }
  return [start]
}

interface Step {
  /** How many strategies the chain from here has, this one included. */
  length: number
  /** The next of the chain, where there is one. */
  to: string | null
}

/** For each strategy the first step of a longest chain from it. @param next without cycles. */
function longestSteps(slugs: readonly string[], next: ReadonlyMap<string, readonly string[]>): Map<string, Step> {
  const steps = new Map<string, Step>()
  const seen = new Set<string>()
  for (const slug of slugs) {
    visit(slug, next, seen, (done) => {
      const best: Step = { length: 1, to: null }
      for (const to of next.get(done) ?? []) {
        const length = 1 + (steps.get(to)?.length ?? 0)
        if (length > best.length) Object.assign(best, { length, to })
      }
      steps.set(done, best)
    })
  }
  return steps
}
