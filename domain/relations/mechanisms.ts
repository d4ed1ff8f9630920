import type { Side } from '../entries/vocabulary.ts'

/** What the rules need to know of a strategy. Missing coordinates equal nothing [T2]. */
export interface StrategyFacts {
  slug: string
  lever: string | undefined
  /** Side of the lever. */
  side: Side | undefined
  /** `+`, `-` or `neutral`. */
  pull: string | undefined
  timeHorizon: string | undefined
  legitimacySource: string | undefined
  rejectsFrame: boolean
  foreclosing: boolean
}

export type ConflictMechanism = 'scope-opposition' | 'lever-opposition' | 'frame-opposition'
export type ComplementMechanism =
  | 'same-lever-reinforce'
  | 'cross-side-bridge'
  | 'stage-sequenced'
  | 'same-phase-different-layer'
  | 'same-side-diversify'
  | 'shared-authority'
  | 'adjacent-bet'
export type TwinMechanism = 'same-lever-twin'
export type MechanismId = ConflictMechanism | ComplementMechanism | TwinMechanism

/** Why two strategies that are in conflict oppose each other (SPEC [C1]–[C4]). */
export function conflictMechanism(a: StrategyFacts, b: StrategyFacts): ConflictMechanism {
  const sameLever = same(a.lever, b.lever)
  if (sameLever && oppositePulls(a, b)) {
    return a.foreclosing || b.foreclosing ? 'scope-opposition' : 'lever-opposition'
  }
  if (a.rejectsFrame || b.rejectsFrame) return 'frame-opposition'
  return sameLever ? 'lever-opposition' : 'frame-opposition'
}

/** Why two strategies that complement each other do (SPEC [P1]–[P7]). */
export function complementMechanism(a: StrategyFacts, b: StrategyFacts): ComplementMechanism {
  if (same(a.lever, b.lever) && same(a.pull, b.pull)) return 'same-lever-reinforce'
  const sides = new Set([a.side, b.side])
  if (sides.has('ai-side') && sides.has('world-side')) return 'cross-side-bridge'
  if (isDefinite(a.timeHorizon) && isDefinite(b.timeHorizon)) {
    return a.timeHorizon === b.timeHorizon ? 'same-phase-different-layer' : 'stage-sequenced'
  }
  if (same(a.side, b.side)) return 'same-side-diversify'
  if (same(a.legitimacySource, b.legitimacySource) && a.legitimacySource !== 'mixed') return 'shared-authority'
  return 'adjacent-bet'
}

/** Same lever and same pull, `neutral` included (SPEC [L4]). */
export function pullAlike(a: StrategyFacts, b: StrategyFacts): boolean {
  return same(a.lever, b.lever) && same(a.pull, b.pull)
}

function same(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && a === b
}

function oppositePulls(a: StrategyFacts, b: StrategyFacts): boolean {
  return (a.pull === '+' && b.pull === '-') || (a.pull === '-' && b.pull === '+')
}

function isDefinite(horizon: string | undefined): boolean {
  return horizon !== undefined && horizon !== 'horizon-neutral'
}
