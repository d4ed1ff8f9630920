import type { RelatedPair } from '../relations/relate-pairs.ts'

export interface Commitment {
  strategy: string
  topic: string
  claim: string
  failsIf: string
}

export interface Assumption {
  claim: string
  /** Who falls with it, by slug; each with the condition it names. */
  strategies: { slug: string; failsIf: string }[]
}

export interface TopicGroup {
  /** Empty for topics that are not in the vocabulary. */
  topic: string
  assumptions: Assumption[]
  /** Slugs of strategies with a commitment under this topic. */
  strategies: string[]
  /** Pairs in conflict that both have one. */
  atOdds: { a: string; b: string }[]
}

export interface Assumptions {
  topics: TopicGroup[]
  /** On how many assumptions each strategy with a commitment stands, by slug. */
  standsOn: Map<string, number>
}

/** What an atlas takes for granted, by topic (SPEC [K1]–[K7]). */
export function assumptions(
  commitments: readonly Commitment[],
  topics: readonly string[],
  pairs: readonly RelatedPair[],
): Assumptions {
  const said = commitments
    .filter(({ claim }) => claim.trim() !== '')
    .sort((x, y) => order(x.strategy, y.strategy) || order(x.claim, y.claim) || order(x.failsIf, y.failsIf))
  const conflicts = pairs.filter(({ kind }) => kind === 'conflict').sort((x, y) => order(x.a, y.a) || order(x.b, y.b))
  const groups = [...topics, ''].map((topic): TopicGroup => {
    const own = said.filter((one) => (topics.includes(one.topic) ? one.topic : '') === topic)
    const strategies = new Set(own.map(({ strategy }) => strategy))
    return {
      topic,
      assumptions: byClaim(own),
      strategies: [...strategies],
      atOdds: conflicts.filter(({ a, b }) => strategies.has(a) && strategies.has(b)).map(({ a, b }) => ({ a, b })),
    }
  })
  const standsOn = new Map<string, number>()
  for (const { slug } of groups.flatMap((group) => group.assumptions).flatMap(({ strategies }) => strategies)) {
    standsOn.set(slug, (standsOn.get(slug) ?? 0) + 1)
  }
  return { topics: groups.filter(({ topic, strategies }) => topic !== '' || strategies.length > 0), standsOn }
}

/** @param said by slug of the strategy. */
function byClaim(said: readonly Commitment[]): Assumption[] {
  const found = new Map<string, Assumption>()
  for (const { strategy, claim, failsIf } of said) {
    const key = plain(claim)
    const assumption = found.get(key) ?? { claim, strategies: [] }
    found.set(key, assumption)
    if (!assumption.strategies.some(({ slug }) => slug === strategy)) {
      assumption.strategies.push({ slug: strategy, failsIf })
    }
  }
  return [...found.values()].sort(
    (x, y) =>
      y.strategies.length - x.strategies.length ||
      order(x.strategies[0]?.slug ?? '', y.strategies[0]?.slug ?? '') ||
      order(x.claim, y.claim),
  )
}

function plain(claim: string): string {
  return claim.toLowerCase().replace(/\s+/g, ' ').trim().replace(/\.$/, '')
}

function order(x: string, y: string): number {
  return x < y ? -1 : x > y ? 1 : 0
}
