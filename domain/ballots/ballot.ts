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

/** What a ballot is about: a frozen text, or whether a reported signal landed ([B22]). */
export type BallotSubject = 'text' | 'report'

export function ballotSubject({ reportId }: { reportId: string | null }): BallotSubject {
  return reportId === null ? 'text' : 'report'
}

const reportWords: typeof choiceWords = {
  agree: { label: 'It landed', meaning: 'What the sources show is what the signal describes.' },
  reservations: {
    label: 'It landed, with reservations',
    meaning: 'It landed; I say what I still doubt. Counts as landed.',
  },
  abstain: {
    label: 'Abstain',
    meaning: 'I take part and leave the decision to the others. Counts to the quorum only.',
  },
  object: { label: 'It has not landed', meaning: 'What was reported is not it. I say why.' },
}

/** What each choice says on a ballot of this subject. */
export function choiceWordsOf(subject: BallotSubject): typeof choiceWords {
  return subject === 'text' ? choiceWords : reportWords
}

/** A number of papers, or a share of the electorate (rounded up). */
export type Quorum = number | { share: number }

/** Papers that count, by choice. */
export type Tally = Record<Choice, number>

/** One condition of a rule, with whether it holds, in a plain sentence. */
export interface Requirement {
  id: 'quorum' | 'share' | 'objections'
  met: boolean
  words: string
}

export type Result = 'adopted' | 'rejected' | 'no-quorum' | 'blocked'

export interface Outcome {
  result: Result
  tally: Tally
  /** Papers that count; abstentions are papers. */
  turnout: number
  /** People who could vote. */
  electorate: number
  /** Papers that were needed. */
  quorum: number
  /** (agree + reservations) / (agree + reservations + object); null when nobody said yes or no. */
  share: number | null
  requirements: Requirement[]
  /** How many papers count as cast or re-affirmed, and how many do not; only where the text was amended ([B42]). */
  freshness?: { fresh: number; reaffirmed: number; stale: number }
}
