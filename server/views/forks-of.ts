import type { DraftRow } from '../../db/queries/drafts.ts'
import { findDraftFor, listDrafts, toDraftThing } from '../../db/queries/drafts.ts'
import { findForking, findMergedInto } from '../../db/queries/forks.ts'
import type { Q } from '../../db/store.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { DraftState } from '../../domain/drafts/moves.ts'
import { liveDraftStates } from '../../domain/drafts/moves.ts'
import { forkBallotHref } from './fork-ballot.ts'
import { tablesByDraft } from './tables-by-draft.ts'

export interface NamedDraft {
  id: string
  title: string
}

export interface ForksOf {
  /** The draft it was forked from, and why; null for one that is no fork, or a fork of one the viewer may not read. */
  of: (NamedDraft & { reason: string | null }) | null
  /** The draft into which it was merged; null for one that was not, or was merged into one the viewer may not read. */
  mergedInto: NamedDraft | null
  /** The other drafts of the entry that may still become a version, and that the viewer may read. */
  siblings: (NamedDraft & {
    state: DraftState
    owner: string
    isForkOfIt: boolean
    /** Of which table of which workshop it is the version; null for any other draft. */
    table: string | null
  })[]
  mayFork: boolean
  /** Where the viewer may put the draft and those that compete with it to one ballot; null where that cannot be. */
  ballotHref: string | null
}

const live = new Set<DraftState>(liveDraftStates)

/** What competes with a draft, and where it comes from (forks SPEC [K1], [K3], [K12]). */
export async function forksOf(q: Q, viewer: Viewer | null, draft: DraftRow): Promise<ForksOf> {
  const rows = await listDrafts(q, { actorId: viewer?.actorId ?? '', entryId: draft.entryId })
  const siblings = rows.filter(
    (row) =>
      row.draft.id !== draft.id &&
      live.has(row.draft.state) &&
      can(viewer, 'draft.find', toDraftThing(row.draft, row.memberRole)),
  )
  const tables = await tablesByDraft(
    q,
    siblings.map((row) => row.draft.id),
  )
  const origin = draft.forkedFrom === null ? null : await named(q, viewer, draft.forkedFrom)
  return {
    of: origin && { ...origin, reason: (await findForking(q, draft.id))?.reason ?? null },
    mergedInto: draft.state === 'merged' ? await named(q, viewer, await findMergedInto(q, draft.id)) : null,
    siblings: siblings.map(({ draft: { id, title, state, forkedFrom }, ownerName }) => ({
      id,
      title,
      state,
      owner: ownerName,
      isForkOfIt: forkedFrom === draft.id,
      table: tables.get(id) ?? null,
    })),
    mayFork: draft.deletedAt === null && draft.state !== 'published' && can(viewer, 'draft.create', null),
    ballotHref: forkBallotHref(viewer, draft, rows),
  }
}

/** A draft by name, where the viewer may read it. */
async function named(q: Q, viewer: Viewer | null, id: string | null): Promise<NamedDraft | null> {
  const found = id === null ? undefined : await findDraftFor(q, id, viewer?.actorId ?? null)
  if (!found || !can(viewer, 'draft.read', found.thing)) return null
  return { id: found.draft.id, title: found.draft.title }
}
