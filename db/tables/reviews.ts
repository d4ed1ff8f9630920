import { verdicts } from '../../domain/reviews/review.ts'
import { contributionTypes } from '../../domain/threads/words.ts'
import type { Kit } from '../kit.sqlite.ts'
import type { DraftTables } from './drafts.ts'
import type { EntryTables } from './entries.ts'
import type { PeopleTables } from './people.ts'

/** Reviews of drafts, who is asked for one, and remarks that wait for a review to be submitted. */
export function defineReviews(k: Kit, { actors }: PeopleTables, { snapshots }: EntryTables, { drafts }: DraftTables) {
  const reviews = k.table(
    'reviews',
    {
      id: k.text('id').primaryKey(),
      draftId: k
        .text('draft_id')
        .notNull()
        .references(() => drafts.id),
      reviewerId: k
        .text('reviewer_id')
        .notNull()
        .references(() => actors.id),
      /** The text that it is about. */
      snapshotId: k
        .text('snapshot_id')
        .notNull()
        .references(() => snapshots.id),
      verdict: k.choice('verdict', verdicts).notNull(),
      text: k.text('text').notNull(),
      /** How many contributions came with it. */
      remarks: k.int('remarks').notNull(),
      at: k.time('at').notNull(),
    },
    (t) => [k.index('reviews_draft').on(t.draftId, t.at)],
  )

  const reviewRequests = k.table(
    'review_requests',
    {
      id: k.text('id').primaryKey(),
      draftId: k
        .text('draft_id')
        .notNull()
        .references(() => drafts.id),
      reviewerId: k
        .text('reviewer_id')
        .notNull()
        .references(() => actors.id),
      askedBy: k
        .text('asked_by')
        .notNull()
        .references(() => actors.id),
      askedAt: k.time('asked_at').notNull(),
      /** The end of the day by which it would help. */
      dueAt: k.time('due_at'),
      /** What to look at; empty where nothing was said. */
      note: k.text('note').notNull(),
      /** When it was answered or taken back. */
      endedAt: k.time('ended_at'),
      reviewId: k.text('review_id').references(() => reviews.id),
    },
    (t) => [k.index('review_requests_draft').on(t.draftId), k.index('review_requests_open').on(t.endedAt, t.dueAt)],
  )

  /** Nobody but their author sees them. */
  const reviewRemarks = k.table(
    'review_remarks',
    {
      id: k.text('id').primaryKey(),
      draftId: k
        .text('draft_id')
        .notNull()
        .references(() => drafts.id),
      authorId: k
        .text('author_id')
        .notNull()
        .references(() => actors.id),
      /** A place of the draft, or `thread/<id>`. */
      target: k.text('target').notNull(),
      type: k.choice('type', contributionTypes).notNull(),
      text: k.text('text').notNull(),
      at: k.time('at').notNull(),
    },
    (t) => [k.index('review_remarks_draft').on(t.draftId, t.authorId)],
  )

  return { reviews, reviewRequests, reviewRemarks }
}
