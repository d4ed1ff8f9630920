import type { Outcome } from '../ballots/ballot.ts'

/** The decision line of a version in one sentence: the count, without names (SPEC [P8]). */
export function decisionSummary(
  rule: string,
  { result, tally, turnout, electorate, quorum, options }: Outcome,
): string {
  if (options) {
    const others = options.points.length - 2
    const among = others === 1 ? 'another draft' : `${others} other drafts`
    return `Taken by ${rule} before ${among} and the text as it was (${turnout} of ${electorate} voted, quorum ${quorum}).`
  }
  const { agree, reservations, abstain, object } = tally
  const votes = `${agree} agree, ${reservations} with reservations, ${abstain} abstain, ${object} object`
  const count = `${votes} (${turnout} of ${electorate} voted, quorum ${quorum})`
  if (result === 'blocked') return `Carried by ${rule}: ${count}. Its objections were disposed of afterwards.`
  return `Adopted by ${rule}: ${count}.`
}
