import type { BallotOption, BallotSubject, Outcome, Result } from './ballot.ts'
import { listed, quoted, statusQuo } from './options.ts'
import { yesCount } from './tally.ts'

const resultWords: Record<Result, string> = {
  adopted: 'Adopted',
  rejected: 'Not adopted',
  'no-quorum': 'No decision, the quorum was missed',
  blocked: 'Carried, and blocked by open objections',
  sensed: 'People said where they lean',
}

const ofSubject: Record<BallotSubject, Partial<Record<Result, string>>> = {
  text: {},
  sense: { 'no-quorum': 'Fewer took part than the quorum asks for' },
  report: { adopted: 'Landed', rejected: 'Not landed' },
  options: { adopted: 'An option was chosen', rejected: 'Everything stays as it is' },
}

/** One word or phrase for a result, where no more than that is known. */
export function resultLabel(result: Result, subject: BallotSubject = 'text'): string {
  return ofSubject[subject][result] ?? resultWords[result]
}

/**
 * An outcome in a few words: what was chosen, or how many lean towards it ([B25]).
 *
 * @param options of a ballot between options.
 */
export function outcomeLabel(
  { result, tally, options: got }: Outcome,
  subject: BallotSubject = 'text',
  options: readonly BallotOption[] | null = null,
): string {
  if (subject === 'sense' && result === 'sensed') {
    const yes = yesCount(tally)
    const all = yes + tally.object
    return all === 0 ? 'Nobody leans either way' : `${yes} of ${all} ${yes === 1 ? 'leans' : 'lean'} towards it`
  }
  if (subject === 'options' && got && options) {
    if (result === 'adopted') return `Chosen: ${quoted(options, got.winner)}`
    if (result === 'rejected' && got.ahead.length > 1 && got.ahead.length < options.length) {
      return `A tie between ${listed(got.ahead.map((id) => quoted(options, id)))}; everything stays as it is`
    }
  }
  return resultLabel(result, subject)
}

/** The outcome in one sentence, without names. */
export function outcomeSentence(
  outcome: Outcome,
  subject: BallotSubject = 'text',
  options: readonly BallotOption[] | null = null,
): string {
  const { turnout, electorate, quorum } = outcome
  const label = outcomeLabel(outcome, subject, options)
  return `${label}: ${votesWords(outcome, subject)} (${turnout} of ${electorate} voted, quorum ${quorum}).`
}

function votesWords({ tally, options: got }: Outcome, subject: BallotSubject): string {
  const { agree, reservations, abstain, object } = tally
  switch (subject) {
    case 'text':
      return `${agree} agree, ${reservations} with reservations, ${abstain} abstain, ${object} object`
    case 'sense':
      return `${agree} towards it, ${reservations} with reservations, ${abstain} undecided, ${object} against it`
    case 'report':
      return `${agree} say it landed, ${reservations} with reservations, ${abstain} abstain, ${object} say it has not`
    case 'options':
      return `${agree} marked the options, ${abstain} ${abstain === 1 ? 'abstains' : 'abstain'}${
        got?.winner === statusQuo.id ? ', nothing else won' : ''
      }`
  }
}
