import { listFrozenTexts } from '../../db/queries/ballot-snapshots.ts'
import { snapshotPartHashes } from '../../db/queries/ballots.ts'
import type { DraftRow } from '../../db/queries/drafts.ts'
import { lastBallotOf } from '../../db/queries/publication.ts'
import { findVersion } from '../../db/queries/versions.ts'
import type { Q } from '../../db/store.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { partHashes } from '../../domain/entries/content-hash.ts'
import { pendingParts } from '../../domain/publishing/pending.ts'
import type { Deps } from '../deps.ts'
import { ballotThing } from '../usecases/ballots/ballot-access.ts'

/** What a draft would change of the current version. */
export interface PendingChanges {
  /** The parts as the pages call them, in the order of the entry's page. */
  parts: string[]
  /** Where the two texts stand against each other; null where the viewer may not read that. */
  href: string | null
}

type Hashes = Readonly<Record<string, string>>

/**
 * What drafts that are in review, under vote or decided would change of an entry's current version, by draft
 * (publishing SPEC [P34]). Only hashes are compared.
 *
 * @param drafts those of the entry that the viewer may read.
 */
export async function pendingChanges(
  deps: Deps,
  viewer: Viewer | null,
  { entryId, n }: { entryId: string; n: number },
  drafts: readonly DraftRow[],
): Promise<Map<string, PendingChanges>> {
  const q = deps.store.read
  const pending = new Map<string, PendingChanges>()
  if (drafts.length === 0) return pending
  const version = await findVersion(q, entryId, n)
  const current = version ? await snapshotPartHashes(q, version.snapshotId) : {}
  for (const draft of drafts) {
    const found = draft.state === 'in-review' ? await liveText(deps, viewer, draft) : await frozenText(q, viewer, draft)
    if (found) pending.set(draft.id, { parts: pendingParts(draft.kind, current, found.parts), href: found.href })
  }
  return pending
}

/** The text that a draft was, or is, voted on with. */
async function frozenText(q: Q, viewer: Viewer | null, draft: DraftRow) {
  if (draft.state !== 'ballot-open' && draft.state !== 'promoted') return null
  const ballot = await lastBallotOf(q, draft.id)
  if (!ballot) return null
  const stands = ballot.options?.find(({ draftId }) => draftId === draft.id)?.snapshotId
  const parts =
    stands === undefined ? (await listFrozenTexts(q, ballot.id)).at(-1)?.parts : await snapshotPartHashes(q, stands)
  const mayRead = can(viewer, 'ballot.read', await ballotThing(q, ballot, viewer))
  const href = mayRead ? `/ballots/${ballot.id}#${stands === undefined ? 'text' : 'texts'}` : null
  return parts ? { parts, href } : null
}

/** The text of a draft in review as it is now. It moves without the page's revision, so pages kept for all leave it out. */
async function liveText(deps: Deps, viewer: Viewer | null, draft: DraftRow) {
  if (viewer === null) return null
  const parts = await liveHashes(deps, draft)
  return parts && { parts, href: `/drafts/${draft.id}/compare/current...now` }
}

/** Drafts of which the hashes are kept, latest read last. */
const kept = 200
const byCollab = new WeakMap<Deps['collab'], Map<string, { updatedAt: number; parts: Hashes }>>()

/** The hashes of a document's parts, computed again only once it was written in; null where it cannot be read now. */
async function liveHashes({ collab, log }: Deps, { id, updatedAt }: DraftRow): Promise<Hashes | null> {
  const known = byCollab.get(collab) ?? new Map()
  byCollab.set(collab, known)
  const before = known.get(id)
  if (before?.updatedAt === updatedAt) return before.parts
  try {
    const parts = partHashes((await collab.readDraft(id)).content)
    known.delete(id)
    known.set(id, { updatedAt, parts })
    for (const oldest of known.keys()) if (known.size > kept) known.delete(oldest)
    return parts
  } catch (error) {
    log.warn({ err: error, draftId: id }, 'entry page: a draft in review cannot be read')
    return null
  }
}
