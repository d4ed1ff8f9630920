import type { BallotOption, Outcome, Quorum } from '../../domain/ballots/ballot.ts'
import { ballotRules, choices, snapshotChanges } from '../../domain/ballots/ballot.ts'
import type { Kit } from '../kit.sqlite.ts'
import type { DraftTables } from './drafts.ts'
import type { EntryTables } from './entries.ts'
import type { PeopleTables } from './people.ts'
import type { SignalTables } from './signals.ts'

/** Votes on frozen snapshots. Papers and the people who cast them are kept apart on purpose. */
export function defineBallots(
  k: Kit,
  { actors }: PeopleTables,
  { entries, snapshots }: EntryTables,
  { drafts }: DraftTables,
  { signalReports }: SignalTables,
) {
  const ballots = k.table(
    'ballots',
    {
      id: k.text('id').primaryKey(),
      entryId: k
        .text('entry_id')
        .notNull()
        .references(() => entries.id),
      /** Null where a question is put and no text. */
      draftId: k.text('draft_id').references(() => drafts.id),
      /** The report on a falsification signal that the question is about; null for a ballot about a draft. */
      reportId: k.text('report_id').references(() => signalReports.id),
      /** What is decided, in one sentence. */
      question: k.text('question').notNull(),
      /** What can be chosen between, the status quo among it; null where one text or one question is decided. */
      options: k.json<BallotOption[]>('options'),
      rule: k.choice('rule', ballotRules).notNull(),
      ruleVersion: k.int('rule_version').notNull(),
      parameters: k.json<Record<string, number>>('parameters').notNull(),
      quorum: k.json<Quorum>('quorum').notNull(),
      names: k.choice('names', ['shown', 'hidden']).notNull(),
      /** Whether results show while the ballot is open. */
      results: k.choice('results', ['hidden', 'public']).notNull(),
      state: k.choice('state', ['scheduled', 'open', 'closed', 'void']).notNull(),
      opensAt: k.time('opens_at').notNull(),
      closesAt: k.time('closes_at').notNull(),
      closedAt: k.time('closed_at'),
      closeReason: k.text('close_reason'),
      outcome: k.json<Outcome>('outcome'),
      /** The moderator's outcome statement. */
      statement: k.text('statement'),
      openedBy: k
        .text('opened_by')
        .notNull()
        .references(() => actors.id),
      /** Name of the preset it was opened with, as it was called then. */
      preset: k.text('preset'),
      /** Who may say what follows from it: any moderator, or one who neither wrote nor voted on it. */
      closer: k.choice('closer', ['anyone', 'uninvolved']).notNull().default('anyone'),
      /** Whether a second moderator has to agree before the text is published. */
      secondModerator: k.bool('second_moderator').notNull().default(false),
      /** Length of the last call before closing, in milliseconds; null for none. */
      lastCall: k.int('last_call'),
      /** Whether a new objection during the last call begins it anew. */
      lastCallRestarts: k.bool('last_call_restarts').notNull().default(false),
    },
    (t) => [
      k.index('ballots_state').on(t.state, t.closesAt),
      k.index('ballots_draft').on(t.draftId),
      k.index('ballots_report').on(t.reportId),
    ],
  )

  /** The frozen texts of a ballot; the highest `n` is the one under vote. */
  const ballotSnapshots = k.table(
    'ballot_snapshots',
    {
      ballotId: k
        .text('ballot_id')
        .notNull()
        .references(() => ballots.id),
      n: k.int('n').notNull(),
      snapshotId: k
        .text('snapshot_id')
        .notNull()
        .references(() => snapshots.id),
      at: k.time('at').notNull(),
      /** What kind of change made it: the opening itself, a change of meaning, or one that its author calls a typo. */
      change: k.choice('change', snapshotChanges).notNull().default('opening'),
      changedBy: k.text('changed_by').references(() => actors.id),
      /** What was changed and why, in its author's words. */
      note: k.text('note').notNull().default(''),
      /** Who says that a change called a typo is more than that; such a change counts as material. */
      challengedBy: k.text('challenged_by').references(() => actors.id),
      challengedAt: k.time('challenged_at'),
      challengeReason: k.text('challenge_reason'),
    },
    (t) => [k.primaryKey({ columns: [t.ballotId, t.n] })],
  )

  /** Each time a closing time was moved, with the reason. */
  const ballotTimes = k.table(
    'ballot_times',
    {
      id: k.text('id').primaryKey(),
      ballotId: k
        .text('ballot_id')
        .notNull()
        .references(() => ballots.id),
      kind: k.choice('kind', ['extended', 'last-call', 'amended']).notNull(),
      from: k.time('from_at').notNull(),
      to: k.time('to_at').notNull(),
      reason: k.text('reason').notNull(),
      /** Null where the rule moved it. */
      by: k.text('by_actor').references(() => actors.id),
      at: k.time('at').notNull(),
    },
    (t) => [k.index('ballot_times_ballot').on(t.ballotId, t.at)],
  )

  /** Ways of deciding with a name: rule, quorum, periods and conditions together. */
  const ballotPresets = k.table('ballot_presets', {
    id: k.text('id').primaryKey(),
    name: k.text('name').notNull(),
    /** What it is for, in plain words. */
    words: k.text('words').notNull(),
    rule: k.choice('rule', ballotRules).notNull(),
    parameters: k.json<Record<string, number>>('parameters').notNull(),
    quorum: k.json<Quorum>('quorum').notNull(),
    /** How long a ballot stays open, in milliseconds. */
    openFor: k.int('open_for').notNull(),
    lastCall: k.int('last_call'),
    lastCallRestarts: k.bool('last_call_restarts').notNull(),
    names: k.choice('names', ['shown', 'hidden']).notNull(),
    results: k.choice('results', ['hidden', 'public']).notNull(),
    closer: k.choice('closer', ['anyone', 'uninvolved']).notNull(),
    secondModerator: k.bool('second_moderator').notNull(),
    /** Changed by an adopted ballot only, also by an admin. */
    byBallot: k.bool('by_ballot').notNull(),
    /** Slug of the concept page that compares it with others. */
    concept: k.text('concept'),
    position: k.int('position').notNull(),
    revision: k.int('revision').notNull(),
    updatedAt: k.time('updated_at').notNull(),
    archivedAt: k.time('archived_at'),
  })

  const electors = k.table(
    'electors',
    {
      ballotId: k
        .text('ballot_id')
        .notNull()
        .references(() => ballots.id),
      actorId: k
        .text('actor_id')
        .notNull()
        .references(() => actors.id),
      class: k.choice('class', ['full', 'advisory']).notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.ballotId, t.actorId] })],
  )

  const papers = k.table(
    'papers',
    {
      /** Random; says nothing of who or when. */
      id: k.text('id').primaryKey(),
      ballotId: k
        .text('ballot_id')
        .notNull()
        .references(() => ballots.id),
      choice: k.choice('choice', choices).notNull(),
      /** By option id: 1 for approval, a score, or a rank from 1. */
      marks: k.json<Record<string, number>>('marks'),
      reason: k.text('reason').notNull(),
      /** Hash of each part the voter had before them. */
      covered: k.json<Record<string, string>>('covered').notNull(),
      /** Words and code by which the voter finds the paper in the published list. */
      receipt: k.text('receipt').notNull().unique(),
      /** Receipt of the paper that this one replaced. */
      replaces: k.text('replaces'),
      replaced: k.bool('replaced').notNull(),
      /** Receipt of the paper whose choice its voter re-affirmed for a changed text. */
      reaffirms: k.text('reaffirms'),
      source: k.choice('source', ['online', 'hands']).notNull(),
      objectionId: k.text('objection_id'),
    },
    (t) => [k.index('papers_ballot').on(t.ballotId)],
  )

  /** Who cast which paper: apart, so that secrecy can delete it. One current paper per elector. */
  const paperLinks = k.table(
    'paper_links',
    {
      ballotId: k
        .text('ballot_id')
        .notNull()
        .references(() => ballots.id),
      actorId: k
        .text('actor_id')
        .notNull()
        .references(() => actors.id),
      paperId: k
        .text('paper_id')
        .notNull()
        .references(() => papers.id),
      castAt: k.time('cast_at').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.ballotId, t.actorId] })],
  )

  return { ballots, ballotSnapshots, ballotTimes, ballotPresets, electors, papers, paperLinks }
}
