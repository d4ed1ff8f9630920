import type { Member, PortfolioInput, SideOrNone } from './member.ts'
import { slugsOf, weightOf } from './member.ts'

export interface LeverCoverage {
  lever: string
  weight: number
  /** Slugs of the members by pull. */
  minus: string[]
  neutral: string[]
  plus: string[]
  /** Weight by pull, for drawing. */
  minusWeight: number
  neutralWeight: number
  plusWeight: number
}

/** Every lever with its members, in the vocabulary's order (SPEC [A1]). */
export function coverage({ members, levers }: PortfolioInput): LeverCoverage[] {
  return levers.map(({ id }) => {
    const own = members.filter(({ lever }) => lever === id)
    const pulling = (pull: string) => own.filter((member) => member.pull === pull)
    const minus = pulling('-')
    const plus = pulling('+')
    const neutral = own.filter(({ pull }) => pull !== '-' && pull !== '+')
    return {
      lever: id,
      weight: weightOf(own),
      minus: slugsOf(minus),
      neutral: slugsOf(neutral),
      plus: slugsOf(plus),
      minusWeight: weightOf(minus),
      neutralWeight: weightOf(neutral),
      plusWeight: weightOf(plus),
    }
  })
}

/** Ids of the levers without a member (SPEC [A1]). */
export function untouched(covered: readonly LeverCoverage[]): string[] {
  return covered.filter(({ weight }) => weight === 0).map(({ lever }) => lever)
}

/** The share of the weight on the commonest lever, and every lever that carries so much (SPEC [A2]). */
export function concentration(covered: readonly LeverCoverage[], total: number): { share: number; levers: string[] } {
  const most = Math.max(0, ...covered.map(({ weight }) => weight))
  if (most === 0) return { share: 0, levers: [] }
  return { share: most / total, levers: covered.filter(({ weight }) => weight === most).map(({ lever }) => lever) }
}

export interface SideWeight {
  side: SideOrNone
  weight: number
  members: string[]
}

/** Weight by the side of the lever (SPEC [A5]). */
export function sideBalance({ members, levers }: PortfolioInput): SideWeight[] {
  const sideOf = (member: Member): SideOrNone => levers.find(({ id }) => id === member.lever)?.side ?? 'none'
  return (['ai-side', 'world-side', 'mixed', 'none'] as const).map((side) => {
    const own = members.filter((member) => sideOf(member) === side)
    return { side, weight: weightOf(own), members: slugsOf(own) }
  })
}
