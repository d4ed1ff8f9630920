import type { Outcome, Quorum } from '../../domain/ballots/ballot.ts'
import { ballotRules, choices } from '../../domain/ballots/ballot.ts'
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
      options: k.json<string[]>('options'),
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
    },
    (t) => [k.primaryKey({ columns: [t.ballotId, t.n] })],
  )

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
      reason: k.text('reason').notNull(),
      /** Hash of each part the voter had before them. */
      covered: k.json<Record<string, string>>('covered').notNull(),
      /** Words and code by which the voter finds the paper in the published list. */
      receipt: k.text('receipt').notNull().unique(),
      /** Receipt of the paper that this one replaced. */
      replaces: k.text('replaces'),
      replaced: k.bool('replaced').notNull(),
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

  return { ballots, ballotSnapshots, electors, papers, paperLinks }
}
