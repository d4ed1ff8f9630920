import type { BallotRule, Choice, Result } from '../../../domain/ballots/ballot.ts'

/** One vote as it happened: who, and what they said. */
export interface Cast {
  voter: number
  choice: Choice
}

/** A share as two whole numbers. */
export type Ratio = [part: number, of: number]

interface Election {
  rule: BallotRule
  share: Ratio
  voters: number
  quorum: number | Ratio
  casts: readonly Cast[]
  openObjections: number
}

/**
 * The rules told a second time, as plainly as possible and from SPEC.md alone, to check the first telling against.
 * It walks the history voter by voter instead of counting papers.
 */
export function naiveResult({ rule, share: [part, of], voters, quorum, casts, openObjections }: Election): Result {
  const last = new Map<number, Choice>()
  for (const { voter, choice } of casts) last.set(voter, choice)
  const said = [...last.values()]
  const count = (...wanted: Choice[]) => said.filter((choice) => wanted.includes(choice)).length
  let needed = 0
  if (typeof quorum === 'number') needed = quorum
  else while (needed * quorum[1] < voters * quorum[0]) needed += 1
  if (said.length < needed) return 'no-quorum'
  const yes = count('agree', 'reservations')
  const no = count('object')
  if (rule === 'sense-check') return 'sensed'
  if (rule === 'simple-majority') return yes > no ? 'adopted' : 'rejected'
  if (rule === 'unanimity') return yes > 0 && no === 0 ? 'adopted' : 'rejected'
  if (rule === 'consent') return yes === 0 ? 'rejected' : openObjections > 0 ? 'blocked' : 'adopted'
  if (yes + no === 0 || yes * of < part * (yes + no)) return 'rejected'
  return rule === 'consensus' && openObjections > 0 ? 'blocked' : 'adopted'
}
