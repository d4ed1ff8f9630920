import {
  appealStates,
  caseActs,
  caseKinds,
  decisionReasons,
  flagReasons,
  thingKinds,
} from '../../domain/moderation/words.ts'
import type { Kit } from '../kit.sqlite.ts'
import type { PeopleTables } from './people.ts'
import type { ThreadTables } from './threads.ts'

/** What keeps order: cases with the flags in them, what is withheld, locks, slow-downs and merged threads. */
export function defineModeration(k: Kit, { actors }: PeopleTables, { threads }: ThreadTables) {
  const moderationCases = k.table(
    'moderation_cases',
    {
      id: k.text('id').primaryKey(),
      kind: k.choice('kind', caseKinds).notNull(),
      /** As in `contribution/<id>`, `candidate/<thread>/<n>`, `position/<entry>/<actor>`. */
      thing: k.text('thing').notNull(),
      thingKind: k.choice('thing_kind', thingKinds).notNull(),
      /** Who wrote it; null where its name is hidden. */
      authorId: k.text('author_id').references(() => actors.id),
      state: k.choice('state', ['open', 'decided']).notNull(),
      /** Raised by every change, so that two who decide at once cannot both. */
      revision: k.int('revision').notNull(),
      claimedBy: k.text('claimed_by').references(() => actors.id),
      claimedAt: k.time('claimed_at'),
      openedAt: k.time('opened_at').notNull(),
      decidedBy: k.text('decided_by').references(() => actors.id),
      decidedAt: k.time('decided_at'),
      act: k.choice('act', caseActs),
      reason: k.choice('reason', decisionReasons),
      /** What the moderator says to the author. */
      words: k.text('words'),
      /** Until when a suspension or a slow-down holds. */
      until: k.time('until'),
      appeal: k.choice('appeal', appealStates).notNull(),
      appealText: k.text('appeal_text'),
      appealedAt: k.time('appealed_at'),
      appealDecidedBy: k.text('appeal_decided_by').references(() => actors.id),
      appealDecidedAt: k.time('appeal_decided_at'),
      appealWords: k.text('appeal_words'),
    },
    (t) => [
      k.index('moderation_cases_thing').on(t.thing),
      k.index('moderation_cases_state').on(t.state, t.openedAt),
      k.index('moderation_cases_author').on(t.authorId, t.decidedAt),
    ],
  )

  /** One for each person and case: what was decided can be flagged again. */
  const flags = k.table(
    'flags',
    {
      thing: k.text('thing').notNull(),
      actorId: k
        .text('actor_id')
        .notNull()
        .references(() => actors.id),
      caseId: k
        .text('case_id')
        .notNull()
        .references(() => moderationCases.id),
      reason: k.choice('reason', flagReasons).notNull(),
      words: k.text('words').notNull(),
      at: k.time('at').notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.caseId, t.actorId] }),
      k.index('flags_thing').on(t.thing, t.actorId),
      k.index('flags_actor').on(t.actorId, t.at),
    ],
  )

  /**
   * Words taken out of where everybody reads them, so that no page, search or export can say them by mistake. The
   * thing keeps its place with empty words.
   */
  const withheld = k.table('withheld', {
    thing: k.text('thing').primaryKey(),
    caseId: k
      .text('case_id')
      .notNull()
      .references(() => moderationCases.id),
    /** By the name of what they were in, as in `text`. */
    words: k.json<Record<string, string>>('words').notNull(),
    at: k.time('at').notNull(),
  })

  const threadLocks = k.table('thread_locks', {
    threadId: k
      .text('thread_id')
      .primaryKey()
      .references(() => threads.id),
    caseId: k
      .text('case_id')
      .notNull()
      .references(() => moderationCases.id),
    at: k.time('at').notNull(),
  })

  /** Somebody posts at most once in so many minutes there. */
  const slowDowns = k.table(
    'slow_downs',
    {
      /** `thread/<id>` or `draft/<id>`. */
      scope: k.text('scope').notNull(),
      actorId: k
        .text('actor_id')
        .notNull()
        .references(() => actors.id),
      caseId: k
        .text('case_id')
        .notNull()
        .references(() => moderationCases.id),
      minutes: k.int('minutes').notNull(),
      until: k.time('until').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.scope, t.actorId] })],
  )

  /** A thread whose contributions went to another one that asked the same. */
  const threadMerges = k.table(
    'thread_merges',
    {
      threadId: k
        .text('thread_id')
        .primaryKey()
        .references(() => threads.id),
      intoId: k
        .text('into_id')
        .notNull()
        .references(() => threads.id),
      by: k
        .text('by_actor')
        .notNull()
        .references(() => actors.id),
      at: k.time('at').notNull(),
    },
    (t) => [k.index('thread_merges_into').on(t.intoId)],
  )

  return { moderationCases, flags, withheld, threadLocks, slowDowns, threadMerges }
}
