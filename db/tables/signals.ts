import { signalStates } from '../../domain/signals/ledger.ts'
import { memberPositions, statementActs } from '../../domain/signals/positions.ts'
import type { Kit } from '../kit.sqlite.ts'
import type { EntryTables } from './entries.ts'
import type { PeopleTables } from './people.ts'
import type { ThreadTables } from './threads.ts'

/** Falsification signals that were published, what was reported of them, and where members stand. */
export function defineSignals(k: Kit, { actors }: PeopleTables, { entries }: EntryTables, { threads }: ThreadTables) {
  /** One row for each wording that an entry ever published; that of the current version is the current one. */
  const signals = k.table(
    'signals',
    {
      id: k.text('id').primaryKey(),
      entryId: k
        .text('entry_id')
        .notNull()
        .references(() => entries.id),
      /** The first version with these words. */
      version: k.int('version').notNull(),
      words: k.text('words').notNull(),
      state: k.choice('state', signalStates).notNull(),
      armedAt: k.time('armed_at').notNull(),
      reviewAt: k.time('review_at').notNull(),
      /** Until when it could land; null where no time was set. */
      bound: k.time('bound'),
      reviewedAt: k.time('reviewed_at'),
      reviewedBy: k.text('reviewed_by').references(() => actors.id),
      reviewNote: k.text('review_note'),
    },
    (t) => [k.index('signals_entry').on(t.entryId), k.index('signals_review').on(t.reviewAt)],
  )

  const signalReports = k.table(
    'signal_reports',
    {
      id: k.text('id').primaryKey(),
      signalId: k
        .text('signal_id')
        .notNull()
        .references(() => signals.id),
      /** The hearing. */
      threadId: k
        .text('thread_id')
        .notNull()
        .references(() => threads.id),
      reportedBy: k
        .text('reported_by')
        .notNull()
        .references(() => actors.id),
      reportedAt: k.time('reported_at').notNull(),
      /** Null until a ballot has decided, or no source is left. */
      outcome: k.choice('outcome', ['landed', 'not-landed', 'withdrawn']),
      decidedAt: k.time('decided_at'),
    },
    (t) => [k.index('signal_reports_signal').on(t.signalId), k.index('signal_reports_thread').on(t.threadId)],
  )

  /** What a report rests on. Its texts are emptied when its contribution in the hearing is deleted. */
  const signalSources = k.table(
    'signal_sources',
    {
      contributionId: k.text('contribution_id').primaryKey(),
      reportId: k
        .text('report_id')
        .notNull()
        .references(() => signalReports.id),
      url: k.text('url').notNull(),
      title: k.text('title').notNull(),
      publisher: k.text('publisher').notNull(),
      /** A day, as in `2026-11-24`. */
      date: k.text('date').notNull(),
      shows: k.text('shows').notNull(),
      addedBy: k
        .text('added_by')
        .notNull()
        .references(() => actors.id),
      addedAt: k.time('added_at').notNull(),
    },
    (t) => [k.index('signal_sources_report').on(t.reportId)],
  )

  /** What members said of where they stand; nothing is overwritten. */
  const positionStatements = k.table(
    'position_statements',
    {
      id: k.text('id').primaryKey(),
      entryId: k
        .text('entry_id')
        .notNull()
        .references(() => entries.id),
      actorId: k
        .text('actor_id')
        .notNull()
        .references(() => actors.id),
      n: k.int('n').notNull(),
      act: k.choice('act', statementActs).notNull(),
      /** Null for a withdrawal. */
      position: k.choice('position', memberPositions),
      reason: k.text('reason').notNull(),
      /** “I would drop this if …”, in the member's own words. */
      exit: k.text('exit').notNull(),
      exitSignalId: k.text('exit_signal_id').references(() => signals.id),
      /** The version that was current. */
      version: k.int('version').notNull(),
      at: k.time('at').notNull(),
    },
    (t) => [
      k.uniqueIndex('position_statements_one').on(t.entryId, t.actorId, t.n),
      k.index('position_statements_actor').on(t.actorId),
    ],
  )

  /** Who was asked when a signal landed, and the statement that answers. */
  const signalCalls = k.table(
    'signal_calls',
    {
      reportId: k
        .text('report_id')
        .notNull()
        .references(() => signalReports.id),
      actorId: k
        .text('actor_id')
        .notNull()
        .references(() => actors.id),
      askedAt: k.time('asked_at').notNull(),
      statementId: k.text('statement_id').references(() => positionStatements.id),
    },
    (t) => [k.primaryKey({ columns: [t.reportId, t.actorId] }), k.index('signal_calls_actor').on(t.actorId)],
  )

  return { signals, signalReports, signalSources, positionStatements, signalCalls }
}

export type SignalTables = ReturnType<typeof defineSignals>
