import type { DraftRow } from '../../../db/queries/drafts.ts'
import { findForking, listDescent } from '../../../db/queries/forks.ts'
import { findSnapshot } from '../../../db/queries/snapshots.ts'
import { findVersion } from '../../../db/queries/versions.ts'
import type { Q } from '../../../db/store.ts'
import type { DraftThing } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { EntryContent } from '../../../domain/entries/kinds.ts'
import type { Ancestor } from '../../../domain/forks/ancestor.ts'
import { commonAncestor } from '../../../domain/forks/ancestor.ts'
import { AppError } from '../../errors.ts'
import { readableDraft } from './draft-for.ts'

/** One of two drafts that are held against each other. */
export interface Side {
  draft: DraftRow
  thing: DraftThing
}

/**
 * Another draft of the same entry that the viewer may read, to be held against a draft.
 *
 * @throws AppError `not-found`, `signed-out`, `bad-input` for the draft itself or one of another entry.
 */
export async function draftAgainst(q: Q, viewer: Viewer | null, draft: DraftRow, otherId: string): Promise<Side> {
  const other = await readableDraft(q, viewer, otherId)
  if (other.draft.id === draft.id) {
    throw new AppError('bad-input', 'A draft cannot be compared with itself. Choose another draft of the entry.')
  }
  if (other.draft.entryId !== draft.entryId) {
    throw new AppError('bad-input', 'These are drafts of different entries. Choose another draft of the same entry.')
  }
  return other
}

/** The text to which two drafts both go back (forks SPEC [K7]), and where it stands; null where there is none. */
export async function ancestorOf(
  q: Q,
  mine: DraftRow,
  theirs: DraftRow,
): Promise<{ at: Ancestor; content: EntryContent } | null> {
  const at = commonAncestor(await listDescent(q, mine), await listDescent(q, theirs))
  if (!at) return null
  const snapshotId =
    at.type === 'fork'
      ? (await findForking(q, at.draftId))?.snapshotId
      : (await findVersion(q, mine.entryId, at.n))?.snapshotId
  const snapshot = snapshotId === undefined ? undefined : await findSnapshot(q, snapshotId)
  return snapshot ? { at, content: snapshot.content } : null
}
