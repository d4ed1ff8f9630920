import type { ThreadOutcome } from '../threads/words.ts'
import { statusQuo } from './rules.ts'

export type NameDecision = { outcome: 'named'; n: number | null } | { outcome: 'unnamed' | 'unknown' }

/**
 * The candidate that an outcome names ([W12]).
 *
 * @param standing numbers of the candidates that stand.
 * @param named what was chosen; null for nothing.
 */
export function nameCandidate(outcome: ThreadOutcome, standing: readonly number[], named: number | null): NameDecision {
  if (outcome !== 'signal-adopted' && outcome !== 'wording-adopted') return { outcome: 'named', n: null }
  if (named === null)
    return outcome === 'signal-adopted' && standing.length > 0 ? { outcome: 'unnamed' } : { outcome: 'named', n: null }
  const known = standing.length > 0 && (named === statusQuo || standing.includes(named))
  return known ? { outcome: 'named', n: named } : { outcome: 'unknown' }
}
