import { dispositions } from '../../domain/objections/rules.ts'
import { checkAnswers, checkIds } from '../../domain/threads/checks.ts'
import { stances } from '../../domain/threads/reactions.ts'
import { contributionTypes, threadKinds, threadOutcomes } from '../../domain/threads/words.ts'
import type { Kit } from '../kit.sqlite.ts'
import type { DraftTables } from './drafts.ts'
import type { EntryTables } from './entries.ts'
import type { PeopleTables } from './people.ts'

/** Arguments about a place, and the objections that come out of them. */
export function defineThreads(k: Kit, { actors }: PeopleTables, { entries }: EntryTables, { drafts }: DraftTables) {
  const threads = k.table(
    'threads',
    {
      id: k.text('id').primaryKey(),
      entryId: k
        .text('entry_id')
        .notNull()
        .references(() => entries.id),
      /** Null when the thread is about the published entry. */
      draftId: k.text('draft_id').references(() => drafts.id),
      /** The published version it was opened on, where it was. */
      version: k.int('version'),
      /** `entry`, `section/<id>` or `field/<id>`. */
      place: k.text('place').notNull(),
      kind: k.choice('kind', threadKinds).notNull(),
      title: k.text('title').notNull(),
      /** The structured header of a hearing, by field id. */
      header: k.json<Record<string, string>>('header').notNull(),
      state: k.choice('state', ['open', 'resolved']).notNull(),
      outcome: k.choice('outcome', threadOutcomes),
      outcomeReason: k.text('outcome_reason'),
      /** Number of the candidate that the outcome names. */
      outcomeCandidate: k.int('outcome_candidate'),
      resolvedBy: k.text('resolved_by').references(() => actors.id),
      resolvedAt: k.time('resolved_at'),
      /** Who confirmed the outcome before its term. */
      confirmedBy: k.text('confirmed_by').references(() => actors.id),
      confirmedAt: k.time('confirmed_at'),
      createdBy: k
        .text('created_by')
        .notNull()
        .references(() => actors.id),
      createdAt: k.time('created_at').notNull(),
      updatedAt: k.time('updated_at').notNull(),
    },
    (t) => [
      k.index('threads_entry').on(t.entryId),
      k.index('threads_draft').on(t.draftId),
      k.index('threads_updated').on(t.state, t.updatedAt),
    ],
  )

  const contributions = k.table(
    'contributions',
    {
      id: k.text('id').primaryKey(),
      threadId: k
        .text('thread_id')
        .notNull()
        .references(() => threads.id),
      replyTo: k.text('reply_to'),
      /** Number of the candidate it is about; 0 for what stands there already. */
      candidate: k.int('candidate'),
      type: k.choice('type', contributionTypes).notNull(),
      /** Plain text; empty once deleted (its revisions go too). */
      text: k.text('text').notNull(),
      authorId: k
        .text('author_id')
        .notNull()
        .references(() => actors.id),
      revision: k.int('revision').notNull(),
      createdAt: k.time('created_at').notNull(),
      editedAt: k.time('edited_at'),
      deletedAt: k.time('deleted_at'),
    },
    (t) => [
      k.index('contributions_thread').on(t.threadId, t.createdAt),
      k.index('contributions_reply').on(t.replyTo, t.authorId),
      k.index('contributions_author').on(t.authorId, t.createdAt),
    ],
  )

  /** Earlier wordings; the current one is in `contributions`. */
  const contributionRevisions = k.table(
    'contribution_revisions',
    {
      contributionId: k
        .text('contribution_id')
        .notNull()
        .references(() => contributions.id),
      revision: k.int('revision').notNull(),
      text: k.text('text').notNull(),
      at: k.time('at').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.contributionId, t.revision] })],
  )

  /** Who says what of a contribution; only counts leave the server. */
  const reactions = k.table(
    'reactions',
    {
      contributionId: k
        .text('contribution_id')
        .notNull()
        .references(() => contributions.id),
      actorId: k
        .text('actor_id')
        .notNull()
        .references(() => actors.id),
      /** That of the contribution, so that a thread is counted without a join. */
      threadId: k.text('thread_id').notNull(),
      stance: k.choice('stance', stances).notNull(),
      at: k.time('at').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.contributionId, t.actorId] }), k.index('reactions_thread').on(t.threadId)],
  )

  /** How each member answers the checks of a falsification signal. */
  const signalChecks = k.table(
    'signal_checks',
    {
      threadId: k
        .text('thread_id')
        .notNull()
        .references(() => threads.id),
      check: k.choice('check_id', checkIds).notNull(),
      actorId: k
        .text('actor_id')
        .notNull()
        .references(() => actors.id),
      answer: k.choice('answer', checkAnswers).notNull(),
      /** Empty where none was given. */
      reason: k.text('reason').notNull(),
      at: k.time('at').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.threadId, t.check, t.actorId] })],
  )

  const objections = k.table(
    'objections',
    {
      id: k.text('id').primaryKey(),
      entryId: k
        .text('entry_id')
        .notNull()
        .references(() => entries.id),
      draftId: k.text('draft_id').references(() => drafts.id),
      threadId: k.text('thread_id').references(() => threads.id),
      ballotId: k.text('ballot_id'),
      /** Null where the ballot hides names. */
      ownerId: k.text('owner_id').references(() => actors.id),
      standInId: k.text('stand_in_id').references(() => actors.id),
      standInSince: k.time('stand_in_since'),
      /** The owner named them; otherwise they stepped in. */
      standInNamed: k.bool('stand_in_named'),
      /** Who asked for a stand-in last, and when. */
      standInAskedBy: k.text('stand_in_asked_by').references(() => actors.id),
      standInAskedAt: k.time('stand_in_asked_at'),
      /** What would settle it, in the stand-in's words. */
      standInSettledBy: k.text('stand_in_settled_by'),
      text: k.text('text').notNull(),
      /** What would settle it, in the objector's words. */
      settledBy: k.text('settled_by').notNull(),
      disposition: k.choice('disposition', dispositions).notNull(),
      reason: k.text('reason'),
      /** The objector's own words for the note that travels with the version. */
      minorityNote: k.text('minority_note'),
      /** Who worded the note: the owner or a stand-in; null where nobody did, or it was before there were stand-ins. */
      noteBy: k.text('note_by').references(() => actors.id),
      disposedBy: k.text('disposed_by').references(() => actors.id),
      disposedAt: k.time('disposed_at'),
      /** When its owner took up again what a stand-in had withdrawn. */
      takenUpAt: k.time('taken_up_at'),
      /** Made with a vote whose results are hidden, and not published by its voter. */
      sealed: k.bool('sealed').notNull(),
      createdAt: k.time('created_at').notNull(),
    },
    (t) => [k.index('objections_draft').on(t.draftId), k.index('objections_ballot').on(t.ballotId)],
  )

  return { threads, contributions, contributionRevisions, reactions, signalChecks, objections }
}

export type ThreadTables = ReturnType<typeof defineThreads>
