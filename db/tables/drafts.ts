import { draftStates } from '../../domain/drafts/moves.ts'
import { draftRoles } from '../../domain/drafts/roles.ts'
import { entryKinds } from '../../domain/entries/kinds.ts'
import type { Kit } from '../kit.sqlite.ts'
import type { EntryTables } from './entries.ts'
import type { PeopleTables } from './people.ts'

/** Drafts, who takes part in them, and the log of their shared documents. */
export function defineDrafts(k: Kit, { actors }: PeopleTables, { entries }: EntryTables) {
  const drafts = k.table(
    'drafts',
    {
      id: k.text('id').primaryKey(),
      entryId: k
        .text('entry_id')
        .notNull()
        .references(() => entries.id),
      kind: k.choice('kind', entryKinds).notNull(),
      /** Follows the document's title field after each commit. */
      title: k.text('title').notNull(),
      /** The version the draft started from; null for a new entry. */
      baseVersion: k.int('base_version'),
      forkedFrom: k.text('forked_from'),
      /** A section id where the draft is a fork of one section only (workshop tables). */
      scope: k.text('scope'),
      state: k.choice('state', draftStates).notNull(),
      visibility: k.choice('visibility', ['private', 'unlisted', 'members', 'public']).notNull(),
      /** Who may write besides the draft's own members. */
      writing: k.choice('writing', ['invited', 'members']).notNull(),
      ownerId: k
        .text('owner_id')
        .notNull()
        .references(() => actors.id),
      /** Raised when the document is replaced (restored, redacted); old clients must not merge into it. */
      generation: k.int('generation').notNull(),
      createdAt: k.time('created_at').notNull(),
      updatedAt: k.time('updated_at').notNull(),
      deletedAt: k.time('deleted_at'),
    },
    (t) => [k.index('drafts_entry').on(t.entryId), k.index('drafts_state').on(t.state, t.updatedAt)],
  )

  const draftMembers = k.table(
    'draft_members',
    {
      draftId: k
        .text('draft_id')
        .notNull()
        .references(() => drafts.id),
      actorId: k
        .text('actor_id')
        .notNull()
        .references(() => actors.id),
      role: k.choice('role', draftRoles).notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.draftId, t.actorId] })],
  )

  /** The append-only log: what the document's update event emitted, in commit order. */
  const docUpdates = k.table(
    'doc_updates',
    {
      draftId: k
        .text('draft_id')
        .notNull()
        .references(() => drafts.id),
      generation: k.int('generation').notNull(),
      seq: k.int('seq').notNull(),
      actorId: k
        .text('actor_id')
        .notNull()
        .references(() => actors.id),
      bytes: k.bytes('bytes').notNull(),
      hash: k.text('hash').notNull(),
      at: k.time('at').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.draftId, t.generation, t.seq] })],
  )

  const docSnapshots = k.table(
    'doc_snapshots',
    {
      draftId: k
        .text('draft_id')
        .notNull()
        .references(() => drafts.id),
      generation: k.int('generation').notNull(),
      seq: k.int('seq').notNull(),
      state: k.bytes('state').notNull(),
      hash: k.text('hash').notNull(),
      at: k.time('at').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.draftId, t.generation, t.seq] })],
  )

  /** Who may use which Yjs clientID; the first to write with an id owns it. */
  const docClients = k.table(
    'doc_clients',
    {
      draftId: k
        .text('draft_id')
        .notNull()
        .references(() => drafts.id),
      generation: k.int('generation').notNull(),
      client: k.int('client').notNull(),
      actorId: k
        .text('actor_id')
        .notNull()
        .references(() => actors.id),
      firstSeq: k.int('first_seq').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.draftId, t.generation, t.client] })],
  )

  /** Moments of a draft's history that somebody gave a name. */
  const draftMoments = k.table(
    'draft_moments',
    {
      id: k.text('id').primaryKey(),
      draftId: k
        .text('draft_id')
        .notNull()
        .references(() => drafts.id),
      generation: k.int('generation').notNull(),
      /** The last update of the log that belongs to it. */
      seq: k.int('seq').notNull(),
      name: k.text('name').notNull(),
      actorId: k
        .text('actor_id')
        .notNull()
        .references(() => actors.id),
      createdAt: k.time('created_at').notNull(),
    },
    (t) => [k.uniqueIndex('draft_moments_name').on(t.draftId, t.name)],
  )

  return { drafts, draftMembers, docUpdates, docSnapshots, docClients, draftMoments }
}

export type DraftTables = ReturnType<typeof defineDrafts>
