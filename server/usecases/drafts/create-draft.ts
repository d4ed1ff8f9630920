import type { DraftRow } from '../../../db/queries/drafts.ts'
import { insertDraft, takenSlugs } from '../../../db/queries/drafts.ts'
import { findEntry, insertEntry, touchEntry } from '../../../db/queries/entries.ts'
import { findSnapshot } from '../../../db/queries/snapshots.ts'
import { findVersion } from '../../../db/queries/versions.ts'
import { loadVocabulary } from '../../../db/queries/vocabulary.ts'
import type { Q } from '../../../db/store.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { givenFields } from '../../../domain/drafts/given-fields.ts'
import { freeSlug, slugOf } from '../../../domain/drafts/slug.ts'
import type { EntryContent, EntryKind } from '../../../domain/entries/kinds.ts'
import { contentSchema, entryKinds, kinds } from '../../../domain/entries/kinds.ts'
import { checkLine } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'

export interface NewDraft {
  kind: string
  /** Slug of the entry to revise; absent for a new entry. */
  entry?: string | undefined
  /** Title of a new entry. */
  title?: string | undefined
  /** Values of fields with which a new entry begins ([D16]). */
  given?: Readonly<Record<string, string | undefined>> | undefined
}

interface Start {
  entryId: string
  baseVersion: number | null
  content: EntryContent
}

/**
 * Begins a draft: a revision of an entry's current version, or a new entry made together with it
 * (drafts SPEC [D1], [D14]–[D16]).
 *
 * @throws AppError `bad-input` (kind, title), `not-found` (entry), `signed-out`, `not-allowed`.
 */
export async function createDraft(
  deps: Deps,
  viewer: Viewer | null,
  { kind, entry, title, given: fields = {} }: NewDraft,
): Promise<{ id: string }> {
  if (!viewer) throw new AppError('signed-out', 'Sign in to propose a draft.')
  if (!can(viewer, 'draft.create', null)) {
    throw new AppError('not-allowed', 'Contributors may propose drafts. A moderator can make your account one.')
  }
  if (!isKind(kind)) throw new AppError('bad-input', `Choose one of ${entryKinds.join(', ')}.`, 'kind')
  const given = entry ? '' : checkLine(title, { field: 'title', label: 'a title', limit: 'title' })
  const id = deps.newId()

  const { entryId } = await deps.store.tx(async (q) => {
    const start = entry ? await revisionOf(q, kind, entry) : await newEntry(deps, q, kind, given, fields)
    await insertDraft(q, newRow(deps, viewer, id, kind, start))
    await deps.collab.createDocument(q, id, viewer.actorId, start.content)
    await recordEvent(deps, q, {
      type: 'draft.created',
      subject: `draft/${id}`,
      payload: { draftId: id, entryId: start.entryId, actorId: viewer.actorId, kind, baseVersion: start.baseVersion },
      leaf: { title: start.content.title },
    })
    await touchEntry(q, start.entryId)
    return start
  })
  deps.live.publish([
    { topic: `draft/${id}`, type: 'draft.created', id },
    { topic: `entry/${entryId}`, type: 'draft.created', id },
  ])
  return { id }
}

function isKind(kind: string): kind is EntryKind {
  return entryKinds.some((known) => known === kind)
}

async function revisionOf(q: Q, kind: EntryKind, slug: string): Promise<Start> {
  const entry = await findEntry(q, kind, slug)
  if (!entry) {
    throw new AppError('not-found', `There is no ${kinds[kind].label.toLowerCase()} at this address.`, 'entry')
  }
  const baseVersion = entry.currentVersion
  if (baseVersion === null) return { entryId: entry.id, baseVersion, content: blank(kind, entry.title) }
  const version = await findVersion(q, entry.id, baseVersion)
  const snapshot = version && (await findSnapshot(q, version.snapshotId))
  if (!snapshot) throw new Error(`version ${baseVersion} of entry ${entry.id} has no snapshot`)
  return { entryId: entry.id, baseVersion, content: snapshot.content }
}

async function newEntry(
  deps: Deps,
  q: Q,
  kind: EntryKind,
  title: string,
  given: NonNullable<NewDraft['given']>,
): Promise<Start> {
  const fields = givenFields(kind, given, await loadVocabulary(q))
  const entryId = deps.newId()
  const wanted = slugOf(title, kind)
  const slug = freeSlug(wanted, await takenSlugs(q, kind, wanted))
  await insertEntry(q, { id: entryId, kind, slug, title, createdAt: deps.now() })
  const content = blank(kind, title)
  for (const { id, value } of fields) content.fields[id] = value
  return { entryId, baseVersion: null, content }
}

function blank(kind: EntryKind, title: string): EntryContent {
  return { kind, schema: contentSchema, title, sections: {}, fields: {}, declarations: [] }
}

function newRow(deps: Deps, viewer: Viewer, id: string, kind: EntryKind, start: Start): DraftRow {
  const now = deps.now()
  return {
    id,
    entryId: start.entryId,
    kind,
    title: start.content.title,
    baseVersion: start.baseVersion,
    forkedFrom: null,
    scope: null,
    state: 'writing',
    visibility: 'members',
    writing: 'members',
    ownerId: viewer.actorId,
    generation: 1,
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
  }
}
