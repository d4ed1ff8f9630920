import { findLogRow, lastLogged } from '../../db/queries/doc-log.ts'
import type { DraftRow } from '../../db/queries/drafts.ts'
import { findEntryById } from '../../db/queries/entries.ts'
import { listMoments } from '../../db/queries/history.ts'
import { findSnapshot } from '../../db/queries/snapshots.ts'
import { findVersion } from '../../db/queries/versions.ts'
import type { Q } from '../../db/store.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { Comparison } from '../../domain/compare/contents.ts'
import { contentHash } from '../../domain/entries/content-hash.ts'
import type { EntryContent } from '../../domain/entries/kinds.ts'
import { kindPath } from '../../domain/entries/kinds.ts'
import { momentAddress, parseMoment, parseRange } from '../../domain/history/moment.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { historiesOf } from '../history/histories.ts'
import { knownMoment } from '../history/known-moment.ts'
import { readableDraft } from '../usecases/drafts/draft-for.ts'
import { comparison } from './comparison.ts'
import type { ShownContent } from './entry-content.ts'
import { shownContent } from './entry-content.ts'

/** What is said about a moment everywhere; `at` and `by` are of the last change that belongs to it. */
export interface MomentHead {
  address: string
  at: number
  by: string
  names: string[]
}

export interface DraftMoment {
  draft: { id: string; title: string }
  moment: MomentHead
  shown: ShownContent
  /** Moments one change away; null at either end. */
  earlier: string | null
  later: string | null
  /** Whether the draft says the same now. */
  same: boolean
  /** Hash of what the draft says now: what a person sees who restores. */
  nowHash: string
  rights: { write: boolean }
}

/**
 * A draft as it was at a moment.
 *
 * @throws AppError `signed-out`, `not-found` (draft, moment), `gone` for a moment that was removed.
 */
export async function draftMoment(
  deps: Deps,
  viewer: Viewer | null,
  { id, moment }: { id: string; moment: string },
): Promise<DraftMoment> {
  const { draft, thing } = await readableDraft(deps.store.read, viewer, id)
  const { head, content, last, generation, seq } = await momentOf(deps, draft, moment)
  const now = await deps.collab.readDraft(id)
  const nowHash = contentHash(now.content)
  return {
    draft: { id, title: draft.title },
    moment: head,
    shown: await shownContent(deps, content),
    earlier: seq > 1 ? momentAddress({ generation, seq: seq - 1 }) : null,
    later: seq < last ? momentAddress({ generation, seq: seq + 1 }) : null,
    same: contentHash(content) === nowHash,
    nowHash,
    rights: { write: can(viewer, 'draft.write', thing) },
  }
}

/** A moment, the draft as it is now, or the current version with its number and address. */
export type ComparedHead = MomentHead | 'now' | { n: number; href: string }

export interface DraftCompare {
  draft: { id: string; title: string }
  before: ComparedHead
  after: ComparedHead
  comparison: Comparison
}

/**
 * What changed between two moments of a draft, or between the current version of its entry and one.
 *
 * @param range two sides, as in `1.20...1.45`, `1.20...now` or `current...now`.
 * @throws AppError `bad-input` for a range that is none, and what `draftMoment` throws.
 */
export async function draftCompare(
  deps: Deps,
  viewer: Viewer | null,
  { id, range }: { id: string; range: string },
): Promise<DraftCompare> {
  const { draft } = await readableDraft(deps.store.read, viewer, id)
  const asked = parseRange(range)
  if (!asked) {
    throw new AppError('bad-input', 'Name two moments with three dots between them, as in 1.20...now.', 'range')
  }
  const side = async (one: typeof asked.before) => {
    if (one === 'now') return { head: one, content: (await deps.collab.readDraft(id)).content }
    if (one === 'current') return currentText(deps.store.read, draft.entryId)
    return momentOf(deps, draft, momentAddress(one))
  }
  const [before, after] = [await side(asked.before), await side(asked.after)]
  return {
    draft: { id, title: draft.title },
    before: before.head,
    after: after.head,
    comparison: await comparison(deps, before.content, after.content),
  }
}

async function currentText(q: Q, entryId: string): Promise<{ head: ComparedHead; content: EntryContent }> {
  const entry = await findEntryById(q, entryId)
  const version = entry?.currentVersion ? await findVersion(q, entryId, entry.currentVersion) : undefined
  const snapshot = version && (await findSnapshot(q, version.snapshotId))
  if (!entry || !version || !snapshot) throw new AppError('not-found', 'Nothing of this entry is published.')
  const href = `/${kindPath[entry.kind]}/${entry.slug}/v/${version.n}`
  return { head: { n: version.n, href }, content: snapshot.content }
}

async function momentOf(
  deps: Deps,
  draft: DraftRow,
  address: string,
): Promise<{ head: MomentHead; content: EntryContent; last: number; generation: number; seq: number }> {
  const q = deps.store.read
  const moment = knownMoment(draft, parseMoment(address))
  const log = { draftId: draft.id, generation: moment.generation }
  const [row, last, named] = await Promise.all([
    findLogRow(q, log, moment.seq),
    lastLogged(q, log),
    listMoments(q, draft.id),
  ])
  if (!row) throw new AppError('not-found', 'This draft has no such moment.')
  const content = await historiesOf(deps.store).textAt({ ...log, kind: draft.kind }, moment)
  const names = named
    .filter((one) => one.generation === moment.generation && one.seq === moment.seq)
    .map((one) => one.name)
  return {
    ...moment,
    head: { address: momentAddress(moment), at: row.at, by: row.name, names },
    content,
    last,
  }
}
