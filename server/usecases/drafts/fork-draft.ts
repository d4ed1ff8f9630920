import type { DraftRow } from '../../../db/queries/drafts.ts'
import { insertDraft, putDraftMember } from '../../../db/queries/drafts.ts'
import { touchEntry } from '../../../db/queries/entries.ts'
import { listAuthorsBefore } from '../../../db/queries/forks.ts'
import { insertSnapshot } from '../../../db/queries/snapshots.ts'
import type { Q } from '../../../db/store.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { EntryContent } from '../../../domain/entries/kinds.ts'
import { authorsOf, isAuthor } from '../../../domain/publishing/authors.ts'
import { checkText } from '../../check-text.ts'
import type { DraftReading } from '../../collab/service.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { writtenAt } from '../../history/written-at.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentRights } from '../accounts/present-rights.ts'
import { refuseWithheld } from '../moderation/refuse-withheld.ts'
import { readableDraft } from './draft-for.ts'
import { refuseRehearsed } from './refuse-rehearsed.ts'

export interface ForkDraft {
  draftId: string
  /** Why another draft, in a few words. */
  reason?: string | undefined
}

/**
 * Makes a competing draft of the same entry that begins with what this one says now (forks SPEC [K1]–[K5]).
 *
 * @throws AppError `bad-input` (reason), `conflict` for a published draft, `gone`, `not-allowed`, `not-found`,
 * `signed-out`, `unavailable` while its document is damaged.
 */
export async function forkDraft(deps: Deps, viewer: Viewer | null, input: ForkDraft): Promise<{ id: string }> {
  const { draft: origin } = await forkable(deps.store.read, viewer, input.draftId)
  const reason = checkText(input.reason, { field: 'reason', label: 'why another draft', limit: 'fewWords' }).trim()
  const text = await textToFork(deps, origin)
  const id = await deps.store.tx(async (q) => {
    const { draft, by } = await forkable(q, viewer && (await presentRights(q, viewer)), origin.id)
    await refuseRehearsed(q, draft.id, 'is not forked')
    return insertFork(deps, q, { draft, by, reason, text, writing: 'members' })
  })
  tellForked(deps, origin, [id])
  return { id }
}

/** What a fork begins with. */
export interface ForkedText {
  content: EntryContent
  /** Whose words stand in it. */
  authors: { actorId: string; name: string }[]
}

/**
 * The text of a draft as a fork of it would begin. It replays a log, so call it before a transaction, never in one.
 *
 * @throws AppError `unavailable` while its document is damaged.
 */
export async function textToFork(deps: Deps, origin: DraftRow): Promise<ForkedText> {
  const reading = await deps.collab.readDraft(origin.id)
  if (reading.damaged) {
    throw new AppError('unavailable', 'The document of this draft is damaged. It has to be repaired first.')
  }
  return { content: reading.content, authors: await authorsAt(deps, origin, reading) }
}

interface NewFork {
  /** What it is a fork of. */
  draft: DraftRow
  by: Viewer
  reason: string
  text: ForkedText
  writing: DraftRow['writing']
  /** Number of the table of a workshop for which it is made. */
  table?: number
}

/** Writes a fork with its document and its events ([K2]–[K5]). Call it in a transaction, once it may be made. @returns its id. */
export async function insertFork(
  deps: Deps,
  q: Q,
  { draft, by, reason, text: { content, authors }, writing, table }: NewFork,
): Promise<string> {
  const id = deps.newId()
  const now = deps.now()
  await insertDraft(q, { ...forkRow(draft, { id, title: content.title, ownerId: by.actorId, now }), writing })
  if (draft.visibility === 'private' && draft.ownerId !== by.actorId) {
    await putDraftMember(q, id, draft.ownerId, 'reader')
  }
  await deps.collab.createDocument(q, id, by.actorId, content)
  // What the fork itself says at the first change of its log, so that removing words from it reaches this copy too.
  const first = { id: deps.newId(), entryId: draft.entryId, draftId: id, docSeq: 1, docGeneration: 1, createdAt: now }
  const snapshot = await insertSnapshot(q, { ...first, content })
  const { entryId, kind, baseVersion } = draft
  const about = { draftId: id, entryId, actorId: by.actorId, kind, baseVersion }
  await recordEvent(deps, q, {
    type: 'draft.created',
    subject: `draft/${id}`,
    payload: about,
    leaf: { title: content.title },
  })
  await recordEvent(deps, q, {
    type: 'draft.forked',
    subject: `draft/${id}`,
    payload: {
      ...{ ...about, forkedFrom: draft.id, snapshotId: snapshot.id, contentHash: snapshot.hash },
      ...(table === undefined ? {} : { table }),
    },
    leaf: { reason, authors },
  })
  await touchEntry(q, entryId)
  return id
}

/** Tells open pages of new forks, after the commit. */
export function tellForked(deps: Deps, origin: DraftRow, ids: readonly string[]): void {
  const events = ids.flatMap((id) =>
    [`draft/${id}`, `draft/${origin.id}`, `entry/${origin.entryId}`].map((topic) => ({
      topic,
      type: 'draft.forked',
      id,
    })),
  )
  deps.live.publish(events)
}

/**
 * A draft that the viewer may fork, and the viewer.
 *
 * @throws AppError `conflict` for a published draft and one that a moderator hid, `gone`, `not-allowed`, `not-found`,
 * `signed-out`.
 */
export async function forkable(q: Q, viewer: Viewer | null, draftId: string): Promise<{ draft: DraftRow; by: Viewer }> {
  const { draft } = await readableDraft(q, viewer, draftId)
  if (!viewer) throw new AppError('signed-out', 'Sign in to fork a draft.')
  if (!can(viewer, 'draft.create', null)) {
    throw new AppError('not-allowed', 'Contributors may fork drafts. A moderator can make your account one.')
  }
  if (draft.deletedAt !== null) throw new AppError('gone', 'This draft was deleted.')
  if (draft.state === 'published') {
    throw new AppError('conflict', 'This draft was published. Propose a revision of the entry instead.')
  }
  await refuseWithheld(q, `draft/${draft.id}`)
  return { draft, by: viewer }
}

/** Whose words stand in the draft that is forked, those it took over from its own origin included. */
async function authorsAt({ store }: Deps, draft: DraftRow, { seq, generation }: DraftReading) {
  const written = await writtenAt(store, { draftId: draft.id, kind: draft.kind, generation }, seq)
  const before = await listAuthorsBefore(store.read, draft.id)
  return authorsOf(written, null, before)
    .filter(isAuthor)
    .map(({ actorId, name }) => ({ actorId, name }))
}

function forkRow(
  origin: DraftRow,
  { id, title, ownerId, now }: { id: string; title: string; ownerId: string; now: number },
): Omit<DraftRow, 'writing'> {
  const { entryId, kind, baseVersion, visibility } = origin
  return {
    id,
    entryId,
    kind,
    title,
    baseVersion,
    forkedFrom: origin.id,
    scope: null,
    state: 'writing',
    visibility,
    ownerId,
    generation: 1,
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
  }
}
