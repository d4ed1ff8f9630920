import { findDraftFor } from '../../db/queries/drafts.ts'
import { findEntryById } from '../../db/queries/entries.ts'
import type { ThreadListRow } from '../../db/queries/threads.ts'
import { countContributions, listDraftThreads, listEntryThreads } from '../../db/queries/threads.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import { placeLabel, placesOf } from '../../domain/threads/place.ts'
import type { ThreadKind, ThreadOutcome } from '../../domain/threads/words.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { noDraft } from './no-draft.ts'

export interface ThreadSummary {
  id: string
  title: string
  kind: ThreadKind
  /** `entry`, `section/<id>` or `field/<id>`. */
  place: string
  placeLabel: string
  state: 'open' | 'resolved'
  outcome: ThreadOutcome | null
  openedBy: string
  /** Deleted ones apart. */
  contributions: number
  createdAt: number
  /** When something last happened in it. */
  updatedAt: number
}

export interface PlaceCount {
  open: number
  total: number
}

export interface ThreadsOf {
  /** Open ones first, then the latest change first. */
  threads: ThreadSummary[]
  open: number
  total: number
  /** By place; a place without threads is absent. */
  byPlace: Record<string, PlaceCount>
  /** Places with threads in the order of the entry's page, for grouping. */
  places: { place: string; label: string }[]
}

/**
 * The threads of a draft, or of a published entry (its own and those of its published drafts).
 *
 * @throws AppError `not-found` when the draft or entry is not there for this viewer, `signed-out` where an account
 * may help.
 */
export async function threadsOf(
  deps: Deps,
  viewer: Viewer | null,
  of: { draftId: string } | { entryId: string },
): Promise<ThreadsOf> {
  const { kind, rows } = await ('draftId' in of ? ofDraft(deps, viewer, of.draftId) : ofEntry(deps, of.entryId))
  const counts = await countContributions(
    deps.store.read,
    rows.map(({ id }) => id),
  )
  const threads = rows.map((row) => ({
    id: row.id,
    title: row.title,
    kind: row.kind,
    place: row.place,
    placeLabel: placeLabel(kind, row.place) ?? row.place,
    state: row.state,
    outcome: row.outcome,
    openedBy: row.openedBy,
    contributions: counts.get(row.id) ?? 0,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  }))
  return { threads, ...countPlaces(kind, threads) }
}

async function ofDraft(
  deps: Deps,
  viewer: Viewer | null,
  draftId: string,
): Promise<{ kind: EntryKind; rows: ThreadListRow[] }> {
  const found = await findDraftFor(deps.store.read, draftId, viewer?.actorId ?? null)
  if (!found) throw noDraft(viewer)
  const { draft, thing } = found
  // The argument of a published draft is public, as are its single threads.
  if (!can(viewer, 'thread.read', { state: 'open', createdBy: draft.ownerId, draft: thing })) {
    throw noDraft(viewer)
  }
  return { kind: draft.kind, rows: await listDraftThreads(deps.store.read, draftId) }
}

async function ofEntry(deps: Deps, entryId: string): Promise<{ kind: EntryKind; rows: ThreadListRow[] }> {
  const entry = await findEntryById(deps.store.read, entryId)
  if (entry?.currentVersion == null) throw new AppError('not-found', 'There is no such published entry.')
  return { kind: entry.kind, rows: await listEntryThreads(deps.store.read, entryId) }
}

function countPlaces(kind: EntryKind, threads: readonly ThreadSummary[]): Omit<ThreadsOf, 'threads'> {
  const byPlace: Record<string, PlaceCount> = {}
  for (const { place, state } of threads) {
    const before = byPlace[place] ?? { open: 0, total: 0 }
    byPlace[place] = { open: before.open + (state === 'open' ? 1 : 0), total: before.total + 1 }
  }
  const places = placesOf(kind)
    .filter((place) => byPlace[place])
    .map((place) => ({ place, label: placeLabel(kind, place) ?? place }))
  const open = threads.filter(({ state }) => state === 'open').length
  return { open, total: threads.length, byPlace, places }
}
