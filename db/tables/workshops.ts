import { guestPolicies, phaseKinds, projections, writers } from '../../domain/workshops/words.ts'
import type { Kit } from '../kit.sqlite.ts'
import type { DraftTables } from './drafts.ts'
import type { PeopleTables } from './people.ts'

/** Live meetings: what was planned, where the room stands now, who is in it. */
export function defineWorkshops(k: Kit, { actors }: PeopleTables, { drafts }: DraftTables) {
  const workshops = k.table('workshops', {
    id: k.text('id').primaryKey(),
    title: k.text('title').notNull(),
    purpose: k.text('purpose').notNull(),
    startsAt: k.time('starts_at').notNull(),
    /** IANA name of the zone in which the meeting is held. */
    zone: k.text('zone').notNull(),
    /** Three letters and four digits, without a hyphen; unique among all workshops there ever were. */
    code: k.text('code').notNull().unique(),
    /** Nobody new gets in by the code any more. */
    codeRevokedAt: k.time('code_revoked_at'),
    guests: k.choice('guests', guestPolicies).notNull(),
    /** How many may be in the room at a time. */
    capacity: k.int('capacity').notNull(),
    /** How many tables the room is split into; 0 for none, -1 for as many as fit its size. */
    tables: k.int('tables').notNull(),
    /** The round of tables that the room sits at now; null while it is in plenum. */
    atTables: k.int('at_tables'),
    /** A try with simulated guests; nothing of it stays in a draft. */
    rehearsal: k.bool('rehearsal').notNull(),
    state: k.choice('state', ['planned', 'live', 'ended']).notNull(),
    /** Who leads it now. */
    leadId: k
      .text('lead_id')
      .notNull()
      .references(() => actors.id),
    /** Position of the present phase; null before the start. */
    phase: k.int('phase'),
    /** When the time of the present phase is up, by the server's clock; null while it is paused or has no limit. */
    phaseEndsAt: k.time('phase_ends_at'),
    /** Milliseconds that were left when the clock was stopped; null while it runs. */
    pausedLeft: k.int('paused_left'),
    /** Writing is locked for everybody but facilitators, whatever the phase allows. */
    locked: k.bool('locked').notNull(),
    /** What the facilitator says to everybody, until it is taken down. */
    broadcast: k.text('broadcast'),
    /** What everybody is asked to look at: a thread, and of its candidates one. */
    spotlight: k.json<{ threadId: string; candidate: number | null }>('spotlight'),
    projector: k.choice('projector', projections).notNull(),
    /** What the last act of the facilitator replaced, for undoing it within ten seconds. */
    undo: k.json<{ act: string; at: number; by: string; before: unknown }>('undo'),
    createdBy: k
      .text('created_by')
      .notNull()
      .references(() => actors.id),
    createdAt: k.time('created_at').notNull(),
    startedAt: k.time('started_at'),
    endedAt: k.time('ended_at'),
  })

  const workshopDrafts = k.table(
    'workshop_drafts',
    {
      workshopId: k
        .text('workshop_id')
        .notNull()
        .references(() => workshops.id),
      draftId: k
        .text('draft_id')
        .notNull()
        .references(() => drafts.id),
      position: k.int('position').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.workshopId, t.draftId] }), k.index('workshop_drafts_draft').on(t.draftId)],
  )

  const workshopPhases = k.table(
    'workshop_phases',
    {
      workshopId: k
        .text('workshop_id')
        .notNull()
        .references(() => workshops.id),
      /** From 1, in the order of the agenda. */
      position: k.int('position').notNull(),
      kind: k.choice('kind', phaseKinds).notNull(),
      title: k.text('title').notNull(),
      /** As planned. */
      minutes: k.int('minutes').notNull(),
      /** After overruns were spread; the same as planned until then. */
      minutesNow: k.int('minutes_now').notNull(),
      writers: k.choice('writers', writers).notNull(),
      /** Writing ends with the time, fifteen seconds later, instead of when the facilitator goes on. */
      locksAtEnd: k.bool('locks_at_end').notNull(),
      /** For participants, up to 200 characters. */
      instruction: k.text('instruction').notNull(),
      /** A link or a few lines to read, Markdown. */
      material: k.text('material').notNull(),
      /** The hearing or thread that it works in, and the ballot that was opened in it. */
      threadId: k.text('thread_id'),
      ballotId: k.text('ballot_id'),
      startedAt: k.time('started_at'),
      endedAt: k.time('ended_at'),
    },
    (t) => [k.primaryKey({ columns: [t.workshopId, t.position] })],
  )

  const workshopPeople = k.table(
    'workshop_people',
    {
      workshopId: k
        .text('workshop_id')
        .notNull()
        .references(() => workshops.id),
      actorId: k
        .text('actor_id')
        .notNull()
        .references(() => actors.id),
      role: k.choice('role', ['facilitator', 'participant']).notNull(),
      /** Where they sat last; null for who never was at a table. */
      table: k.int('table_n'),
      /** Whether the projector may show the name. */
      named: k.bool('named').notNull(),
      joinedAt: k.time('joined_at').notNull(),
      lastSeenAt: k.time('last_seen_at').notNull(),
      /** By a facilitator. */
      removedAt: k.time('removed_at'),
      /** By themselves; who comes back is in again. */
      leftAt: k.time('left_at'),
    },
    (t) => [k.primaryKey({ columns: [t.workshopId, t.actorId] })],
  )

  /** The tables of a room, each time that it was split, with what each works on. */
  const workshopTables = k.table(
    'workshop_tables',
    {
      workshopId: k
        .text('workshop_id')
        .notNull()
        .references(() => workshops.id),
      /** From 1, one more each time that the room is split. */
      round: k.int('round').notNull(),
      /** Of the table, from 1. */
      n: k.int('n').notNull(),
      /** Its own version of the draft. */
      forkId: k
        .text('fork_id')
        .notNull()
        .references(() => drafts.id),
      draftId: k
        .text('draft_id')
        .notNull()
        .references(() => drafts.id),
      /** The hearing in which it argues. */
      threadId: k.text('thread_id'),
    },
    (t) => [
      k.primaryKey({ columns: [t.workshopId, t.round, t.n] }),
      k.uniqueIndex('workshop_tables_fork').on(t.forkId),
    ],
  )

  /** People without an account, each of one workshop. */
  const guests = k.table('guests', {
    actorId: k
      .text('actor_id')
      .primaryKey()
      .references(() => actors.id),
    workshopId: k
      .text('workshop_id')
      .notNull()
      .references(() => workshops.id),
    colour: k.text('colour').notNull(),
    removedAt: k.time('removed_at'),
    /** The account that says these words were its own. */
    claimedBy: k.text('claimed_by').references(() => actors.id),
    claimedAt: k.time('claimed_at'),
  })

  /** Guests of a rehearsal that the server plays. */
  const simulatedGuests = k.table('simulated_guests', {
    actorId: k
      .text('actor_id')
      .primaryKey()
      .references(() => actors.id),
    workshopId: k
      .text('workshop_id')
      .notNull()
      .references(() => workshops.id),
    /** From 1: what this one says and does follows from it. */
    n: k.int('n').notNull(),
  })

  /** Who asks to speak. */
  const workshopQueue = k.table(
    'workshop_queue',
    {
      id: k.text('id').primaryKey(),
      workshopId: k
        .text('workshop_id')
        .notNull()
        .references(() => workshops.id),
      actorId: k
        .text('actor_id')
        .notNull()
        .references(() => actors.id),
      askedAt: k.time('asked_at').notNull(),
      /** When it was this person's turn. */
      calledAt: k.time('called_at'),
      /** When it was over, or taken back. */
      doneAt: k.time('done_at'),
    },
    (t) => [k.index('workshop_queue_workshop').on(t.workshopId, t.askedAt)],
  )

  /** Quick sense checks of the room, and what guests and raised hands say beside a ballot. Never binding. */
  const workshopHums = k.table(
    'workshop_hums',
    {
      id: k.text('id').primaryKey(),
      workshopId: k
        .text('workshop_id')
        .notNull()
        .references(() => workshops.id),
      question: k.text('question').notNull(),
      /** The ballot that it stands beside; null for a hum of its own. */
      ballotId: k.text('ballot_id'),
      openedAt: k.time('opened_at').notNull(),
      closedAt: k.time('closed_at'),
    },
    (t) => [
      k.index('workshop_hums_workshop').on(t.workshopId, t.openedAt),
      k.uniqueIndex('workshop_hums_beside').on(t.ballotId, t.workshopId),
    ],
  )

  const workshopHumAnswers = k.table(
    'workshop_hum_answers',
    {
      id: k.text('id').primaryKey(),
      humId: k
        .text('hum_id')
        .notNull()
        .references(() => workshopHums.id),
      /** Null for what a facilitator counted. */
      actorId: k.text('actor_id').references(() => actors.id),
      answer: k.choice('answer', ['agree', 'unsure', 'disagree']).notNull(),
      count: k.int('count').notNull(),
      source: k.choice('source', ['online', 'hands', 'paper']).notNull(),
      at: k.time('at').notNull(),
    },
    (t) => [k.uniqueIndex('workshop_hum_answers_once').on(t.humId, t.actorId)],
  )

  return {
    workshops,
    workshopDrafts,
    workshopPhases,
    workshopPeople,
    workshopTables,
    guests,
    simulatedGuests,
    workshopQueue,
    workshopHums,
    workshopHumAnswers,
  }
}

export type WorkshopTables = ReturnType<typeof defineWorkshops>
