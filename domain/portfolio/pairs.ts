import type { MechanismId } from '../relations/mechanisms.ts'
import type { RelatedPair } from '../relations/relate-pairs.ts'
import type { Member } from './member.ts'
import { bySlug, slugsOf, weightOf } from './member.ts'

export interface Contradiction {
  a: string
  b: string
  /** Absent where nobody declares the conflict. */
  mechanism: MechanismId | null
  /** The lever both pull, or null. */
  lever: string | null
}

/** Conflict pairs, and opposite pulls on one lever that nobody declares (SPEC [A3]). */
export function contradictions(members: readonly Member[], pairs: readonly RelatedPair[]): Contradiction[] {
  const conflicts = new Map(
    pairs.filter(({ kind }) => kind === 'conflict').map((pair) => [`${pair.a} ${pair.b}`, pair]),
  )
  return [...members].sort(bySlug).flatMap((a, i, sorted) =>
    sorted.slice(i + 1).flatMap((b) => {
      const declared = conflicts.get(`${a.slug} ${b.slug}`)
      const opposite = a.lever !== '' && a.lever === b.lever && opposed(a.pull, b.pull)
      if (!declared && !opposite) return []
      const lever = a.lever !== '' && a.lever === b.lever ? a.lever : null
      return { a: a.slug, b: b.slug, mechanism: declared?.mechanism ?? null, lever }
    }),
  )
}

function opposed(a: string, b: string): boolean {
  return (a === '+' && b === '-') || (a === '-' && b === '+')
}

const samePull: readonly MechanismId[] = ['same-lever-twin', 'same-lever-reinforce']

/** Members joined into pulls: one group each, single members included (SPEC [A4]). */
export function pullGroups(members: readonly Member[], pairs: readonly RelatedPair[]): string[][] {
  const group = new Map(members.map(({ slug }) => [slug, slug]))
  for (const { a, b, mechanism } of pairs) {
    if (!samePull.includes(mechanism)) continue
    const from = group.get(b)
    const into = group.get(a)
    if (from === undefined || into === undefined || from === into) continue
    for (const [slug, name] of group) if (name === from) group.set(slug, into)
  }
  const groups = new Map<string, string[]>()
  for (const { slug } of [...members].sort(bySlug)) {
    const name = group.get(slug) ?? slug
    groups.set(name, [...(groups.get(name) ?? []), slug])
  }
  return [...groups.values()]
}

const oneFate: readonly MechanismId[] = ['same-lever-twin', 'same-lever-reinforce', 'shared-authority']

export interface Fate {
  /** Whose signal it is. */
  signal: string
  /** Who falls with it, the member itself first. */
  sinks: string[]
  weight: number
}

/** What each member's signal would sink, the heaviest first (SPEC [A8]). */
export function sharedFate(members: readonly Member[], pairs: readonly RelatedPair[]): Fate[] {
  const tied = new Map<string, Set<string>>()
  const tie = (from: string, to: string) => tied.set(from, (tied.get(from) ?? new Set()).add(to))
  for (const { a, b, mechanism } of pairs) {
    if (!oneFate.includes(mechanism)) continue
    tie(a, b)
    tie(b, a)
  }
  return members
    .filter(({ hasSignal }) => hasSignal)
    .map((member) => {
      const others = members.filter(({ slug }) => tied.get(member.slug)?.has(slug)).sort(bySlug)
      const sunk = [member, ...others]
      return { signal: member.slug, sinks: slugsOf(sunk), weight: weightOf(sunk) }
    })
    .sort((x, y) => y.weight - x.weight || (x.signal < y.signal ? -1 : 1))
}
