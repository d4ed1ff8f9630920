import type { Marks } from '../../../domain/ballots/ballot.ts'
import type { OptionsRuleId } from '../../../domain/ballots/marks.ts'
import type { Ratio } from './naive-count.ts'

interface Choice {
  rule: OptionsRuleId
  /** Ids in order, the status quo last. */
  ids: readonly string[]
  /** One for each person who voted; null for an abstention. */
  papers: readonly (Marks | null)[]
  /** Papers that are needed. */
  quorum: number
  share: Ratio
}

/**
 * Choices between options told a second time from SPEC.md alone, to check the first telling against. Strongest paths
 * are found by lowering a bar until one option is reached from the other, where the first telling grows them step by
 * step.
 *
 * @returns the option that is taken; the last one where nothing else is.
 */
export function secondChoice({ rule, ids, papers, quorum, share }: Choice): string {
  const quo = ids[ids.length - 1] ?? ''
  const marked = papers.filter((paper) => paper !== null)
  if (papers.length < quorum) return quo
  if (rule === 'ranked') return rankedChoice(ids, marked, quo)
  const sums = new Map<string, number>(ids.map((id) => [id, 0]))
  for (const paper of marked) for (const [id, mark] of Object.entries(paper)) sums.set(id, (sums.get(id) ?? 0) + mark)
  const sorted = [...sums].sort((a, b) => b[1] - a[1])
  const [[first = quo, most = 0] = [], [, next = 0] = []] = sorted
  if (most === next || first === quo) return quo
  if (rule === 'approval' && most * share[1] < share[0] * marked.length) return quo
  return first
}

function rankedChoice(ids: readonly string[], papers: readonly Marks[], quo: string): string {
  const ranks = papers.map((paper) => ids.map((id) => paper[id] ?? 1_000))
  const places = ids.map((_, place) => place)
  const votes = places.map((a) => places.map((b) => ranks.filter((of) => (of[a] ?? 0) < (of[b] ?? 0)).length))
  const prefer = (a: number, b: number) => votes[a]?.[b] ?? 0
  const isReached = (from: number, to: number, bar: number): boolean => {
    const seen = [from]
    for (const at of seen) {
      for (const next of places) {
        if (!seen.includes(next) && prefer(at, next) >= bar && prefer(at, next) > prefer(next, at)) seen.push(next)
      }
    }
    return seen.includes(to)
  }
  const strength = (from: number, to: number): number => {
    let bar = papers.length
    while (bar > 0 && !isReached(from, to, bar)) bar -= 1
    return bar
  }
  const best = places.filter((a) => places.every((b) => a === b || strength(a, b) >= strength(b, a)))
  const [only = 0] = best
  const last = ids.length - 1
  return best.length === 1 && prefer(only, last) > prefer(last, only) ? (ids[only] ?? quo) : quo
}
