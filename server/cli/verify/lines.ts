import type {
  BallotOption,
  BallotRule,
  Choice,
  Outcome,
  Quorum,
  SnapshotChange,
} from '../../../domain/ballots/ballot.ts'
import type { Disposition } from '../../../domain/objections/rules.ts'
import type { RecordEvent } from '../../../domain/record/chain.ts'

export interface Leaf {
  salt: string
  payload: Record<string, unknown>
}

export type EventLine = RecordEvent & { leaf?: Leaf }

export interface SnapshotLine {
  id: string
  hash: string
  content: Record<string, unknown> | null
  parts: Record<string, string>
}

export interface BallotLine {
  id: string
  draftId: string | null
  reportId: string | null
  /** The words of the signal that a report is about. */
  signal: string | null
  question: string
  options: BallotOption[] | null
  rule: BallotRule
  ruleVersion: number
  parameters: Record<string, number>
  quorum: Quorum
  names: string
  results: string
  opensAt: number
  closesAt: number
  closedAt: number
  closeReason: string | null
  outcome: Outcome
  statement: string | null
  openedBy: string
  preset: string | null
  closer: 'anyone' | 'uninvolved'
  secondModerator: boolean
  lastCall: number | null
  lastCallRestarts: boolean
  electors: string[]
  texts: { n: number; snapshotId: string; change: SnapshotChange; challenged: boolean }[]
}

export interface PaperLine {
  ballotId: string
  id: string
  receipt: string
  replaced: boolean
  replaces?: string | null
  choice?: Choice
  reason?: string
  covered?: Record<string, string>
  marks?: Record<string, number> | null
  reaffirms?: string | null
  by?: string | null
}

export interface ObjectionLine {
  id: string
  draftId: string
  text: string
  settledBy: string
  disposition: Disposition
  reason: string | null
  minorityNote: string | null
}

export interface EntryLine {
  id: string
  of: string
  slug: string
  current: number
}

export interface VersionLine {
  id: string
  entryId: string
  n: number
  of: string
  /** Its name where it is a minority variant. */
  variant: string | null
  snapshotId: string
  note: string
  authors: { actorId: string }[]
  decision: Record<string, unknown>
  ballotId: string | null
  draftId: string | null
  publishedBy: string
  publishedAt: number
}

export interface EditionLine {
  id: string
  name: string
  note: string
  hash: string
  by: string
  entries: { entryId: string; n: number }[]
}
