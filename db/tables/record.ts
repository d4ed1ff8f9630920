import type { Recount } from '../../domain/publishing/freeze.ts'
import type { Kit } from '../kit.sqlite.ts'

/** The hash-chained record, its erasable leaves, and the work that is due. */
export function defineRecord(k: Kit) {
  const events = k.table(
    'events',
    {
      seq: k.int('seq').primaryKey(),
      type: k.text('type').notNull(),
      subject: k.text('subject').notNull(),
      payload: k.json<Record<string, unknown>>('payload').notNull(),
      leafHash: k.text('leaf_hash'),
      at: k.time('at').notNull(),
      prev: k.text('prev').notNull(),
      hash: k.text('hash').notNull().unique(),
    },
    (t) => [k.index('events_subject').on(t.subject, t.seq), k.index('events_type').on(t.type, t.seq)],
  )

  const eventPrivate = k.table('event_private', {
    seq: k
      .int('seq')
      .primaryKey()
      .references(() => events.seq),
    salt: k.text('salt').notNull(),
    payload: k.json<Record<string, unknown>>('payload').notNull(),
  })

  const jobs = k.table(
    'jobs',
    {
      id: k.text('id').primaryKey(),
      kind: k.text('kind').notNull(),
      /** Two jobs with one key are one job. */
      key: k.text('key').notNull().unique(),
      payload: k.json<Record<string, unknown>>('payload').notNull(),
      dueAt: k.time('due_at').notNull(),
      /** Until then nobody else may begin it: it is being done, or waits for its next try. */
      leaseUntil: k.time('lease_until'),
      /** When the try began that is going on; null while it waits. */
      startedAt: k.time('started_at'),
      attempts: k.int('attempts').notNull(),
      doneAt: k.time('done_at'),
      /** When it was given up; it stands until somebody has it tried again. */
      failedAt: k.time('failed_at'),
      error: k.text('error'),
    },
    (t) => [k.index('jobs_due').on(t.doneAt, t.dueAt)],
  )

  /** The head of the chain at a moment, signed with the key under `DATA_DIR`. */
  const checkpoints = k.table('checkpoints', {
    seq: k
      .int('seq')
      .primaryKey()
      .references(() => events.seq),
    hash: k.text('hash').notNull(),
    at: k.time('at').notNull(),
    /** Short id of the key. */
    key: k.text('key_id').notNull(),
    /** Ed25519 over the note's text, base64. */
    signature: k.text('signature').notNull(),
  })

  /** What came of counting every closed ballot again the last time; one row. */
  const recounts = k.table('recounts', {
    at: k.time('at').primaryKey(),
    ballots: k.int('ballots').notNull(),
    differing: k.json<Recount['differing']>('differing').notNull(),
  })

  return { events, eventPrivate, jobs, checkpoints, recounts }
}
