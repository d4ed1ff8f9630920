import type { DraftRow } from '../../db/queries/drafts.ts'
import { countOpenThreads, listDrafts, toDraftThing } from '../../db/queries/drafts.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { DraftState } from '../../domain/drafts/moves.ts'
import { liveDraftStates } from '../../domain/drafts/moves.ts'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { tablesByDraft } from './tables-by-draft.ts'

export interface DraftCard {
  id: string
  kind: EntryKind
  title: string
  state: DraftState
  /** The version it started from; null for a new entry. */
  baseVersion: number | null
  /** The draft it was forked from, where the viewer may read it. */
  forkOf: { id: string; title: string } | null
  /** Of which table of which workshop it is the version; null for any other draft. */
  table: string | null
  /** How many other drafts of its entry are being worked on, as far as the viewer may read them. */
  others: number
  owner: string
  mine: boolean
  mayWrite: boolean
  openThreads: number
  updatedAt: number
}

const live = new Set<DraftState>(liveDraftStates)

/**
 * Drafts the viewer may come upon, latest change first.
 *
 * @param entryId only the drafts of this entry.
 * @throws AppError `signed-out`, `not-allowed`.
 */
export async function draftsList(deps: Deps, viewer: Viewer | null, entryId?: string): Promise<DraftCard[]> {
  if (!viewer) throw new AppError('signed-out', 'Sign in to see drafts.')
  if (!can(viewer, 'draft.list', null)) throw new AppError('not-allowed', 'Contributors may see the list of drafts.')
  const rows = await listDrafts(deps.store.read, { actorId: viewer.actorId, ...(entryId ? { entryId } : {}) })
  const readable = rows
    .map((row) => ({ ...row, thing: toDraftThing(row.draft, row.memberRole) }))
    .filter(({ thing }) => can(viewer, 'draft.find', thing))
  const open = await countOpenThreads(
    deps.store.read,
    readable.map(({ draft }) => draft.id),
  )
  const tables = await tablesByDraft(
    deps.store.read,
    readable.map(({ draft }) => draft.id),
  )
  const byId = new Map(readable.map(({ draft }) => [draft.id, draft]))
  const working = readable.map(({ draft }) => draft).filter(({ state }) => live.has(state))
  return readable.map(({ draft, ownerName, thing }) => ({
    id: draft.id,
    kind: draft.kind,
    title: draft.title,
    state: draft.state,
    baseVersion: draft.baseVersion,
    forkOf: named(byId.get(draft.forkedFrom ?? '')),
    table: tables.get(draft.id) ?? null,
    others: working.filter((one) => one.entryId === draft.entryId && one.id !== draft.id).length,
    owner: ownerName,
    mine: thing.memberRole === 'owner' || thing.memberRole === 'writer',
    mayWrite: can(viewer, 'draft.write', thing),
    openThreads: open.get(draft.id) ?? 0,
    updatedAt: draft.updatedAt,
  }))
}

function named(draft: DraftRow | undefined): DraftCard['forkOf'] {
  return draft ? { id: draft.id, title: draft.title } : null
}
