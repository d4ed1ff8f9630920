import type { EntryContent } from '../../domain/entries/kinds.ts'
import { entryKinds } from '../../domain/entries/kinds.ts'
import type { Kit } from '../kit.sqlite.ts'
import type { PeopleTables } from './people.ts'

export interface VersionAuthor {
  actorId: string
  name: string
  /** Characters that stand in the text; 0 for who took part only. Absent in versions from before they were counted. */
  characters?: number
}

export interface VersionDecision {
  kind: 'imported' | 'ballot' | 'moderator'
  ballotId?: string
  /** One sentence, without names. */
  summary: string
}

/** Entries, what they said at each version, and the vocabulary they are written in. */
export function defineEntries(k: Kit, { actors }: PeopleTables) {
  const entries = k.table(
    'entries',
    {
      id: k.text('id').primaryKey(),
      kind: k.choice('kind', entryKinds).notNull(),
      slug: k.text('slug').notNull(),
      title: k.text('title').notNull(),
      /** The current version number; null until something is published. */
      currentVersion: k.int('current_version'),
      /** Moves with every public change, publication and deliberation alike; the page's ETag follows it. */
      publicRevision: k.int('public_revision').notNull(),
      createdAt: k.time('created_at').notNull(),
    },
    (t) => [k.uniqueIndex('entries_kind_slug').on(t.kind, t.slug)],
  )

  /** Every slug an entry ever had, so that old addresses redirect. */
  const slugs = k.table(
    'slugs',
    {
      kind: k.choice('kind', entryKinds).notNull(),
      slug: k.text('slug').notNull(),
      entryId: k
        .text('entry_id')
        .notNull()
        .references(() => entries.id),
    },
    (t) => [k.primaryKey({ columns: [t.kind, t.slug] })],
  )

  const snapshots = k.table(
    'snapshots',
    {
      id: k.text('id').primaryKey(),
      entryId: k
        .text('entry_id')
        .notNull()
        .references(() => entries.id),
      /** Null for imported content. */
      draftId: k.text('draft_id'),
      /** Sequence of the document's log up to which the snapshot reads; 0 for imported content. */
      docSeq: k.int('doc_seq').notNull(),
      /** Generation of the document that `docSeq` counts in; null for imported content. */
      docGeneration: k.int('doc_generation'),
      schema: k.int('schema').notNull(),
      content: k.json<EntryContent>('content').notNull(),
      hash: k.text('hash').notNull(),
      createdAt: k.time('created_at').notNull(),
      /** Text was removed from it for good; its hashes are those of what it said before. */
      redactedAt: k.time('redacted_at'),
    },
    (t) => [k.index('snapshots_draft').on(t.draftId)],
  )

  const snapshotParts = k.table(
    'snapshot_parts',
    {
      snapshotId: k
        .text('snapshot_id')
        .notNull()
        .references(() => snapshots.id),
      /** `title`, `section/<id>`, `field/<id>` or `declarations`. */
      part: k.text('part').notNull(),
      hash: k.text('hash').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.snapshotId, t.part] })],
  )

  const versions = k.table(
    'versions',
    {
      id: k.text('id').primaryKey(),
      entryId: k
        .text('entry_id')
        .notNull()
        .references(() => entries.id),
      n: k.int('n').notNull(),
      snapshotId: k
        .text('snapshot_id')
        .notNull()
        .references(() => snapshots.id),
      kind: k.choice('kind', ['import', 'publish', 'rollback', 'withdraw', 'variant']).notNull(),
      /** Name of a published minority variant; null for the main line. */
      variant: k.text('variant'),
      note: k.text('note').notNull(),
      authors: k.json<VersionAuthor[]>('authors').notNull(),
      decision: k.json<VersionDecision>('decision').notNull(),
      ballotId: k.text('ballot_id'),
      draftId: k.text('draft_id'),
      publishedBy: k
        .text('published_by')
        .notNull()
        .references(() => actors.id),
      publishedAt: k.time('published_at').notNull(),
      /** When somebody should look at it again. */
      reviewAt: k.time('review_at'),
      /** From when on it is shown as out of date unless it was affirmed. */
      expiresAt: k.time('expires_at'),
    },
    (t) => [k.uniqueIndex('versions_entry_n').on(t.entryId, t.n)],
  )

  /** A version's own relation statements, directed; pairs are derived (domain/relations). */
  const declarations = k.table(
    'declarations',
    {
      versionId: k
        .text('version_id')
        .notNull()
        .references(() => versions.id),
      entryId: k
        .text('entry_id')
        .notNull()
        .references(() => entries.id),
      kind: k.choice('kind', ['conflict', 'complement']).notNull(),
      to: k.text('to_slug').notNull(),
      rationale: k.text('rationale').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.versionId, t.kind, t.to] }), k.index('declarations_to').on(t.to)],
  )

  /** Levers, axes, tiers, stances, mechanisms and portfolios, by revision; the highest revision counts. */
  const vocabulary = k.table(
    'vocabulary',
    {
      kind: k.text('kind').notNull(),
      id: k.text('id').notNull(),
      revision: k.int('revision').notNull(),
      position: k.int('position').notNull(),
      data: k.json<Record<string, unknown>>('data').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.kind, t.id, t.revision] })],
  )

  return { entries, slugs, snapshots, snapshotParts, versions, declarations, vocabulary }
}

export type EntryTables = ReturnType<typeof defineEntries>
