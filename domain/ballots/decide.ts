import type { BallotOption, Marks, Outcome, Quorum, Requirement, Result } from './ballot.ts'
import { statusQuo } from './options.ts'
import type { Count, Rule } from './rules/rule.ts'
import { quorumNeeded, turnoutOf, yesCount } from './tally.ts'

interface Decision extends Count {
  rule: Rule
  parameters: Record<string, number>
  quorum: Quorum
  /** Number of people who could vote. */
  electorate: number
  /** What a ballot between options chooses from, the status quo last; null for one text or question. */
  options?: readonly BallotOption[] | null
  /** The marks of the papers that count and do not abstain; used between options only. */
  marks?: readonly Marks[]
}

/**
 * The outcome of a count under a rule ([B11], [B26]); the same papers always give the same outcome.
 *
 * @throws RangeError when a rule between options is given no options.
 */
export function decide(decision: Decision): Outcome {
  const { rule, parameters, quorum, electorate, tally } = decision
  const turnout = turnoutOf(tally)
  const needed = quorumNeeded(quorum, electorate)
  const cast = { tally, turnout, electorate, quorum: needed }
  const first = quorumRequirement(turnout, needed)
  if (rule.kind === 'options') {
    const { options, marks = [] } = decision
    if (!options) throw new RangeError(`the rule ${rule.id} decides between options`)
    const { requirements: own, ahead, ...got } = rule.choose({ options, marks }, parameters)
    const requirements = [first, ...own]
    const result = resultOf(requirements)
    const winner = result === 'adopted' ? (ahead[0] ?? statusQuo.id) : statusQuo.id
    return { result, ...cast, share: null, requirements, options: { winner, ahead, ...got } }
  }
  const yes = yesCount(tally)
  const all = yes + tally.object
  const requirements = [first, ...rule.requirements(decision, parameters)]
  const result = resultOf(requirements)
  return {
    result: result === 'adopted' && !rule.binding ? 'sensed' : result,
    ...cast,
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
  option: 'rejected',
  'status-quo': 'rejected',
  objections: 'blocked',
}

/** The first requirement that is not met names the result. */
function resultOf(requirements: readonly Requirement[]): Result {
  const failed = requirements.find((requirement) => !requirement.met)
  return failed ? resultWithout[failed.id] : 'adopted'
}

/** Where a draft goes when a ballot that binds closes ([B13]). */
export function draftStateAfter(result: Result): 'promoted' | 'returned' {
  return result === 'adopted' || result === 'blocked' ? 'promoted' : 'returned'
}
