import type { Addition } from './addition.ts'
import { additions } from './addition.ts'
import type { LeverCoverage, SideWeight } from './levers.ts'
import { concentration, coverage, sideBalance, untouched } from './levers.ts'
import type { PortfolioInput, SpreadAxis } from './member.ts'
import { bySlug, pairsAmong, slugsOf, spreadAxes, weightOf } from './member.ts'
import type { Contradiction, Fate } from './pairs.ts'
import { contradictions, pullGroups, sharedFate } from './pairs.ts'

export interface Spread {
  axis: SpreadAxis
  values: { id: string; weight: number; members: string[] }[]
  oneSided: boolean
}

export interface Audit {
  total: number
  levers: LeverCoverage[]
  untouched: string[]
  concentration: { share: number; levers: string[] }
  contradictions: Contradiction[]
  /** One group of slugs for each pull. */
  pulls: string[][]
  sides: SideWeight[]
  spreads: Spread[]
  successors: { said: string[]; unsaid: string[] }
  fates: Fate[]
  withoutSignal: string[]
  additions: Addition[]
}

/** Everything that can be said of strategies held together (SPEC [A1]–[A10]). */
export function audit(input: PortfolioInput): Audit {
  const members = [...input.members].sort(bySlug)
  const sorted = { ...input, members }
  const among = pairsAmong(members, input.pairs)
  const total = weightOf(members)
  const levers = coverage(sorted)
  const open = untouched(levers)
  return {
    total,
    levers,
    untouched: open,
    concentration: concentration(levers, total),
    contradictions: contradictions(members, among),
    pulls: pullGroups(members, among),
    sides: sideBalance(sorted),
    spreads: spreadAxes.map((axis) => spread(sorted, axis)),
    successors: {
      said: slugsOf(members.filter(({ hasSuccessor }) => hasSuccessor)),
      unsaid: slugsOf(members.filter(({ hasSuccessor }) => !hasSuccessor)),
    },
    fates: sharedFate(members, among),
    withoutSignal: slugsOf(members.filter(({ hasSignal }) => !hasSignal)),
    additions: additions(sorted, open),
  }
}

function spread({ members, values }: PortfolioInput, axis: SpreadAxis): Spread {
  const rows = values[axis].map((id) => {
    const own = members.filter(({ coordinates }) => coordinates[axis] === id)
    return { id, weight: weightOf(own), members: slugsOf(own) }
  })
  const total = weightOf(members)
  return { axis, values: rows, oneSided: total > 0 && rows.some(({ weight }) => weight === total) }
}
