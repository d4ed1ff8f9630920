import type { RelatedPair } from '../relations/relate-pairs.ts'

/** A person on the record as endorsing a strategy. */
export interface Endorsement {
  person: string
  strategy: string
}

/** What is on the record of one person about one strategy. */
export interface OnRecord extends Endorsement {
  stance: string
  tentative: boolean
}

export interface HeldPair {
  a: string
  b: string
  /** People who hold both, who hold the first, and who hold the second. */
  both: number
  holdA: number
  holdB: number
  relation: RelatedPair | null
}

export interface HeldTogether {
  held: HeldPair[]
  /** Complementary pairs whose members are each held by somebody, and by nobody together. */
  never: HeldPair[]
  /** How many complementary pairs have members that are each held by somebody, together or not. */
  judged: number
  /** How many have a member that nobody holds. */
  unjudged: number
}

/** Below so many people a finding is about few (SPEC [H6]). */
export const fewPeople = 5
/** With fewer people than these who hold several strategies, nothing follows about any pair (SPEC [H6]). */
export const fewHolders = 30

/** The positions that say a person holds a strategy (SPEC [H1]). */
export function endorsements(record: readonly OnRecord[], strategies: ReadonlySet<string>): Endorsement[] {
  const counted = new Map<string, Endorsement>()
  for (const { person, strategy, stance, tentative } of record) {
    if (stance !== 'endorses' || tentative || !strategies.has(strategy)) continue
    counted.set(`${person} ${strategy}`, { person, strategy })
  }
  return [...counted.values()]
}

/** Which pairs people hold together, against how the pairs are related (SPEC [H2]–[H5]). */
export function heldTogether(endorsed: readonly Endorsement[], pairs: readonly RelatedPair[]): HeldTogether {
  const holders = new Map<string, number>()
  const byPerson = new Map<string, string[]>()
  for (const { person, strategy } of endorsed) {
    holders.set(strategy, (holders.get(strategy) ?? 0) + 1)
    byPerson.set(person, [...(byPerson.get(person) ?? []), strategy])
  }
  const both = new Map<string, number>()
  for (const strategies of byPerson.values()) {
    for (const key of pairKeys(strategies)) both.set(key, (both.get(key) ?? 0) + 1)
  }
  const related = new Map(pairs.map((pair) => [`${pair.a} ${pair.b}`, pair]))
  const pairOf = (key: string): HeldPair => {
    const [a = '', b = ''] = key.split(' ')
    const numbers = { both: both.get(key) ?? 0, holdA: holders.get(a) ?? 0, holdB: holders.get(b) ?? 0 }
    return { a, b, ...numbers, relation: related.get(key) ?? null }
  }
  const apart = pairs
    .filter(({ kind, a, b }) => kind === 'complement' && !both.has(`${a} ${b}`))
    .map(({ a, b }) => pairOf(`${a} ${b}`))
  const never = apart.filter(({ holdA, holdB }) => holdA > 0 && holdB > 0)
  return {
    held: [...both.keys()].map(pairOf).sort((x, y) => y.both - x.both || rank(x) - rank(y) || bySlugs(x, y)),
    never: never.sort((x, y) => smaller(y) - smaller(x) || bySlugs(x, y)),
    judged: pairs.filter(({ kind }) => kind === 'complement').length - apart.length + never.length,
    unjudged: apart.length - never.length,
  }
}

function pairKeys(strategies: readonly string[]): string[] {
  const sorted = [...strategies].sort()
  return sorted.flatMap((a, i) => sorted.slice(i + 1).map((b) => `${a} ${b}`))
}

const kinds = ['conflict', 'complement', 'twin']

function rank({ relation }: HeldPair): number {
  return relation ? kinds.indexOf(relation.kind) : kinds.length
}

function smaller({ holdA, holdB }: HeldPair): number {
  return Math.min(holdA, holdB)
}

function bySlugs(x: HeldPair, y: HeldPair): number {
  return `${x.a} ${x.b}` < `${y.a} ${y.b}` ? -1 : 1
}
