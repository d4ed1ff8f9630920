import { day } from '../text/day.ts'
import type { BallotRule, Quorum } from './ballot.ts'

/** A way of deciding with a name: rule, quorum, periods and conditions together ([B59]). */
export interface Preset {
  /** As in `/ballots/presets#rough-consensus`. */
  id: string
  name: string
  /** What it is for and who decides like that, in plain words. */
  words: string
  rule: BallotRule
  parameters: Record<string, number>
  quorum: Quorum
  /** How long a ballot stays open, in milliseconds. */
  openFor: number
  /** Length of the last call in milliseconds; null for none. */
  lastCall: number | null
  lastCallRestarts: boolean
  names: 'shown' | 'hidden'
  results: 'hidden' | 'public'
  closer: 'anyone' | 'uninvolved'
  secondModerator: boolean
  /** Changed only where an adopted ballot says so, by admins too ([B60]). */
  byBallot: boolean
  /** Slug of the concept that compares it with others; null for none. */
  concept: string | null
}

const usual = {
  parameters: {},
  quorum: { share: 0.5 },
  openFor: 7 * day,
  lastCall: null,
  lastCallRestarts: false,
  names: 'shown',
  results: 'hidden',
  closer: 'anyone',
  secondModerator: false,
  byBallot: false,
  concept: null,
} as const

/** The slug of the concept whose governance models three of the presets are. */
export const governanceConcept = 'open-source-agi'

/** The presets that every database begins with, in the order of the page. */
export const firstPresets: readonly Preset[] = [
  {
    ...usual,
    id: 'sense-check',
    name: 'Sense check',
    words:
      'Asks where people lean before anything is decided. Use it early, while the text can still move: it binds nobody, the draft stays as it is, and no objection comes of it. Meetings that take a show of hands before they argue on do it like that.',
    rule: 'sense-check',
    quorum: { share: 0.25 },
    openFor: 3 * day,
    results: 'public',
  },
  {
    ...usual,
    id: 'members-majority',
    name: 'Simple majority of members',
    words:
      'More yes than no, among all members, half of whom must vote. The everyday way of clubs and parliaments for what can be changed again later.',
    rule: 'simple-majority',
  },
  {
    ...usual,
    id: 'two-thirds',
    name: 'Two-thirds majority',
    words:
      'Two in three of those who vote yes or no must say yes. For what should outlast a change of mood; associations change their statutes like that.',
    rule: 'supermajority',
    parameters: { p: 0.6667 },
  },
  {
    ...usual,
    id: 'consensus-last-call',
    name: 'Consensus with a final comment period',
    words:
      'Four in five agree, every objection is answered, and the last three days are announced as the time to raise what nobody has raised yet; a new objection begins them anew. Projects that decide over proposals in writing, such as programming languages, work like that.',
    rule: 'consensus',
    parameters: { p: 0.8 },
    openFor: 14 * day,
    lastCall: 3 * day,
    lastCallRestarts: true,
  },
  {
    ...usual,
    id: 'consent',
    name: 'Consent',
    words:
      'Asks not whether everybody likes it but whether anybody sees harm in it: one yes is enough, and no objection may stand. Circles in sociocratic organisations decide like that, to move on with what is safe enough to try.',
    rule: 'consent',
    quorum: { share: 0.25 },
    lastCall: 1 * day,
    lastCallRestarts: true,
  },
  {
    ...usual,
    id: 'rough-consensus',
    name: 'Rough consensus of a standards body',
    words:
      'Heads are not what counts: every objection must be answered, though its owner need not be satisfied. A ten-day last call ends it, and somebody who had no part in it says whether consensus was reached. The body that standardises the internet works like that; for an open model it would be a consortium of those who build on it.',
    rule: 'consensus',
    parameters: { p: 0.8 },
    quorum: { share: 0.25 },
    openFor: 14 * day,
    lastCall: 10 * day,
    lastCallRestarts: true,
    closer: 'uninvolved',
    concept: governanceConcept,
  },
  {
    ...usual,
    id: 'board-supermajority',
    name: 'Supermajority of a board',
    words:
      'Three in four of a board, listed by name, with a second moderator who agrees before it is published. Neutral foundations decide their big questions like that. Choose the board under “Only those listed here”.',
    rule: 'supermajority',
    parameters: { p: 0.75 },
    quorum: { share: 0.6667 },
    secondModerator: true,
    concept: governanceConcept,
  },
  {
    ...usual,
    id: 'one-member-one-vote',
    name: 'One member, one vote',
    words:
      'Every member has one vote that nobody can see, a simple majority decides, and half of the members must take part. Cooperatives decide like that, and votes on a blockchain mean to, where votes are not counted by wealth.',
    rule: 'simple-majority',
    openFor: 14 * day,
    names: 'hidden',
    concept: governanceConcept,
  },
]
