import type { BallotSubject, Outcome, Quorum, Requirement, Result } from './ballot.ts'
import type { Count, Rule } from './rules/rule.ts'
import { quorumNeeded, turnoutOf, yesCount } from './tally.ts'

interface Decision extends Count {
  rule: Rule
  parameters: Record<string, number>
  quorum: Quorum
  /** Number of people who could vote. */
  electorate: number
}

/** The outcome of a count under a rule ([B11]); the same papers always give the same outcome. */
export function decide({ rule, parameters, quorum, electorate, ...count }: Decision): Outcome {
  const { tally } = count
  const turnout = turnoutOf(tally)
  const needed = quorumNeeded(quorum, electorate)
  const yes = yesCount(tally)
  const all = yes + tally.object
  const requirements = [quorumRequirement(turnout, needed), ...rule.requirements(count, parameters)]
  return {
    result: resultOf(requirements),
    tally,
    turnout,
    electorate,
    quorum: needed,
    share: all === 0 ? null : yes / all,
    requirements,
  }
}

function quorumRequirement(turnout: number, needed: number): Requirement {
  const cast = turnout === 1 ? '1 paper was cast' : `${turnout} papers were cast`
  return { id: 'quorum', met: turnout >= needed, words: `${cast}; the quorum is ${needed}.` }
}

const resultWithout: Record<Requirement['id'], Result> = {
  quorum: 'no-quorum',
  share: 'rejected',
  objections: 'blocked',
}

/** The first requirement that is not met names the result. */
function resultOf(requirements: readonly Requirement[]): Result {
  const failed = requirements.find((requirement) => !requirement.met)
  return failed ? resultWithout[failed.id] : 'adopted'
}

/** Where a draft goes when its ballot closes ([B13]). */
export function draftStateAfter(result: Result): 'promoted' | 'returned' {
  return result === 'adopted' || result === 'blocked' ? 'promoted' : 'returned'
}

const resultWords: Record<Result, string> = {
  adopted: 'Adopted',
  rejected: 'Not adopted',
  'no-quorum': 'No decision, the quorum was missed',
  blocked: 'Carried, and blocked by open objections',
}

/** One word or phrase for a result. */
export function resultLabel(result: Result, subject: BallotSubject = 'text'): string {
  if (subject === 'report' && result === 'adopted') return 'Landed'
  if (subject === 'report' && result === 'rejected') return 'Not landed'
  return resultWords[result]
}

/** The outcome in one sentence, without names. */
export function outcomeSentence(
  { result, tally, turnout, electorate, quorum }: Outcome,
  subject: BallotSubject = 'text',
): string {
  const { agree, reservations, abstain, object } = tally
  const votes =
    subject === 'text'
      ? `${agree} agree, ${reservations} with reservations, ${abstain} abstain, ${object} object`
      : `${agree} say it landed, ${reservations} with reservations, ${abstain} abstain, ${object} say it has not`
  return `${resultLabel(result, subject)}: ${votes} (${turnout} of ${electorate} voted, quorum ${quorum}).`
}
