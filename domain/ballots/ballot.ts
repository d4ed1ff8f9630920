export const ballotRules = [
  'simple-majority',
  'supermajority',
  'consensus',
  'consent',
  'unanimity',
  'approval',
  'score',
  'ranked',
  'sense-check',
] as const
export type BallotRule = (typeof ballotRules)[number]

export const choices = ['agree', 'reservations', 'abstain', 'object'] as const
export type Choice = (typeof choices)[number]

/** One thing to choose in a ballot between options. */
export interface BallotOption {
  /** Short and stable, as in `a`; `status-quo` for leaving everything as it is. */
  id: string
  label: string
  /** The fork whose frozen text it stands for. */
  draftId?: string
  snapshotId?: string
}

/** What each choice says, in plain words. */
export const choiceWords: Record<Choice, { label: string; meaning: string }> = {
  agree: { label: 'Agree', meaning: 'This text should become the next version.' },
  reservations: {
    label: 'Agree with reservations',
    meaning: 'It should become the next version; I say what I would still change. Counts as a yes.',
  },
  abstain: {
    label: 'Abstain',
    meaning: 'I take part and leave the decision to the others. Counts to the quorum only.',
  },
  object: {
    label: 'Object',
    meaning: 'It would harm the atlas as it stands. I say why, and what would settle it. Counts as a no.',
  },
}

/** What made a frozen text: the opening itself, a change of meaning, or one that its author calls a typo ([B40]). */
export const snapshotChanges = ['opening', 'material', 'typo'] as const
export type SnapshotChange = (typeof snapshotChanges)[number]

/**
 * What a ballot is about: whether a frozen text becomes a version, where people lean on a frozen text without deciding
 * anything ([B25]), whether a reported signal landed ([B22]), or which of several options is taken ([B26]).
 */
export type BallotSubject = 'text' | 'sense' | 'report' | 'options'

export function ballotSubject({
  rule,
  reportId,
  options,
}: {
  rule: BallotRule
  reportId: string | null
  options: readonly BallotOption[] | null
}): BallotSubject {
  if (options !== null) return 'options'
  if (reportId !== null) return 'report'
  return rule === 'sense-check' ? 'sense' : 'text'
}

/** Whether it decides that a text becomes a version: a sense check, a question and a choice leave drafts as they are. */
export function decidesText(ballot: Parameters<typeof ballotSubject>[0]): boolean {
  return ballotSubject(ballot) === 'text'
}

type ChoiceWords = typeof choiceWords

const abstention = {
  label: 'Abstain',
  meaning: 'I take part and leave the decision to the others. Counts to the quorum only.',
}

const reportWords: ChoiceWords = {
  agree: { label: 'It landed', meaning: 'What the sources show is what the signal describes.' },
  reservations: {
    label: 'It landed, with reservations',
    meaning: 'It landed; I say what I still doubt. Counts as landed.',
  },
  abstain: abstention,
  object: { label: 'It has not landed', meaning: 'What was reported is not it. I say why.' },
}

const senseWords: ChoiceWords = {
  agree: { label: 'I lean towards it', meaning: 'As it stands now, I would want this text.' },
  reservations: {
    label: 'I lean towards it, with reservations',
    meaning: 'I would want it; I say what I would still change. Counts as leaning towards it.',
  },
  abstain: { label: 'I am undecided', meaning: 'I take part and lean neither way. Counts to the quorum only.' },
  object: { label: 'I lean against it', meaning: 'As it stands now, I would not want it. No objection comes of it.' },
}

/** A paper between options is one that marks them, or an abstention ([B26]). */
const optionsWords: ChoiceWords = {
  ...choiceWords,
  agree: { label: 'Marks the options', meaning: 'I say what I think of the options.' },
  abstain: abstention,
}

const wordsOf: Record<BallotSubject, ChoiceWords> = {
  text: choiceWords,
  sense: senseWords,
  report: reportWords,
  options: optionsWords,
}

/** What each choice says on a ballot of this subject. */
export function choiceWordsOf(subject: BallotSubject): ChoiceWords {
  return wordsOf[subject]
}

/** What a paper says of each option, by option id: 1 for approval, a score from 0 to 5, or a rank from 1 ([B26]). */
export type Marks = Record<string, number>

/** A number of papers, or a share of the electorate (rounded up). */
export type Quorum = number | { share: number }

/** Papers that count, by choice. */
export type Tally = Record<Choice, number>

/** One condition of a rule, with whether it holds, in a plain sentence. */
export interface Requirement {
  id: 'quorum' | 'share' | 'objections' | 'option' | 'status-quo'
  met: boolean
  words: string
}

/** `sensed`: people said where they lean, and nothing was decided ([B25]). */
export type Result = 'adopted' | 'rejected' | 'no-quorum' | 'blocked' | 'sensed'

/** What the options of a ballot got. All lists are in the order of the options. */
export interface OptionsOutcome {
  /** The option that is taken: `status-quo` unless the result is `adopted`. */
  winner: string
  /** The options that nothing else is ahead of: one, or several that tie, the status quo perhaps among them. */
  ahead: string[]
  /** By option: approvals, points, or the options that it beats by its strongest path. */
  points: number[]
  /** Ranked only: how many papers prefer the option of the row to that of the column. */
  pairs?: number[][]
  /** Ranked only: strength of the strongest path from the option of the row to that of the column; 0 for none. */
  paths?: number[][]
}

export interface Outcome {
  result: Result
  tally: Tally
  /** Papers that count; abstentions are papers. */
  turnout: number
  /** People who could vote. */
  electorate: number
  /** Papers that were needed. */
  quorum: number
  /** (agree + reservations) / (agree + reservations + object); null when nobody said yes or no, or between options. */
  share: number | null
  requirements: Requirement[]
  /** How many papers count as cast or re-affirmed, and how many do not; only where the text was amended ([B42]). */
  freshness?: { fresh: number; reaffirmed: number; stale: number }
  /** Of a ballot between options. */
  options?: OptionsOutcome
}
