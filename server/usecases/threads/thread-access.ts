import { findDraftFor } from '../../../db/queries/drafts.ts'
import { touchEntry } from '../../../db/queries/entries.ts'
import { isLocked } from '../../../db/queries/moderation.ts'
import type { ContributionRow, ThreadRow } from '../../../db/queries/threads.ts'
import { findContribution, findThread } from '../../../db/queries/threads.ts'
import type { Q } from '../../../db/store.ts'
import type { ContributionThing, DraftThing, ThreadThing } from '../../../domain/access/policy.ts'
import { can } from '../../../domain/access/policy.ts'
import { seatAllows } from '../../../domain/access/room-rights.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { AppError } from '../../errors.ts'
import type { LiveEvent } from '../../live/bus.ts'

export interface LoadedThread {
  thread: ThreadRow
  thing: ThreadThing
  draft: DraftThing | null
}

/**
 * A thread the viewer may read.
 *
 * @throws AppError `not-found` when there is none, or none for this viewer; `signed-out` where an account may help.
 */
export async function loadThread(q: Q, viewer: Viewer | null, id: string): Promise<LoadedThread> {
  const loaded = await findReadableThread(q, viewer, id)
  if (!loaded) throw noThread(viewer)
  return loaded
}

/** The same, or null when there is none for this viewer. */
export async function findReadableThread(q: Q, viewer: Viewer | null, id: string): Promise<LoadedThread | null> {
  const thread = await findThread(q, id)
  const draft =
    thread?.draftId == null ? null : ((await findDraftFor(q, thread.draftId, viewer?.actorId ?? null))?.thing ?? null)
  // A thread whose draft cannot be found must not pass for one on the published entry.
  if (!thread || (thread.draftId !== null && draft === null)) return null
  const locked = await isLocked(q, id)
  const thing = { state: thread.state, createdBy: thread.createdBy, draft, ...(locked && { locked }) }
  return can(viewer, 'thread.read', thing) ? { thread, thing, draft } : null
}

/** A contribution of a thread the viewer may read, with that thread. @throws AppError `not-found`. */
export async function loadContribution(
  q: Q,
  viewer: Viewer | null,
  id: string,
): Promise<LoadedThread & { contribution: ContributionRow; own: ContributionThing }> {
  const contribution = await findContribution(q, id)
  if (!contribution) throw noThread(viewer)
  const loaded = await loadThread(q, viewer, contribution.threadId)
  const own = { ...loaded.thing, authorId: contribution.authorId, deletedContribution: contribution.deletedAt !== null }
  return { ...loaded, contribution, own }
}

/** @throws AppError `signed-out`. */
export function signedIn(viewer: Viewer | null): Viewer {
  if (!viewer) throw new AppError('signed-out', 'Sign in to take part in the argument.')
  return viewer
}

/** Readers without an account see it: it stands on a published entry, or its draft is published or public. */
export function isPublic(draft: DraftThing | null): boolean {
  return draft === null || draft.state === 'published' || (draft.visibility === 'public' && !draft.deleted)
}

/** Moves the entry's public revision where readers of its page can see the change. */
export async function touchWhenPublic(q: Q, { thread, draft }: Pick<LoadedThread, 'thread' | 'draft'>): Promise<void> {
  if (isPublic(draft)) await touchEntry(q, thread.entryId)
}

/** What pages that show this thread listen to. */
export function threadEvents(thread: Pick<ThreadRow, 'id' | 'draftId' | 'entryId'>, type: string): LiveEvent[] {
  const around = thread.draftId === null ? `entry/${thread.entryId}` : `draft/${thread.draftId}`
  return [`thread/${thread.id}`, around].map((topic) => ({ topic, type, id: thread.id }))
}

/** @throws AppError `not-allowed` that says why nothing can be added to this thread. */
export function mayPost(
  viewer: Viewer,
  { thing }: Pick<LoadedThread, 'thing'>,
  action: 'contribution.post' | 'contribution.react' = 'contribution.post',
): void {
  if (can(viewer, action, thing)) return
  refuseResolved({ thing })
  refuseOtherTable(viewer, { thing })
  if (thing.draft?.workshop?.inRoom) {
    throw new AppError('not-allowed', 'The present phase of the workshop does not take this. Your words are kept here.')
  }
  throw new AppError(
    'not-allowed',
    'Taking part needs an account of a contributor, and for a draft at least the role of a commenter.',
  )
}

/** @throws AppError `not-allowed` where another table of a workshop works on the draft (access SPEC [G5]). */
export function refuseOtherTable(viewer: Viewer, { thing: { draft } }: Pick<LoadedThread, 'thing'>): void {
  if (!draft?.workshop || seatAllows(viewer, draft.workshop)) return
  throw new AppError('not-allowed', 'Another table works on this now. Say it at your own table.')
}

/** @throws AppError `not-allowed` that says why a resolved thread takes nothing. */
export function refuseResolved({ thing }: Pick<LoadedThread, 'thing'>): void {
  if (thing.locked) {
    throw new AppError('not-allowed', 'A moderator locked this thread. It stays readable, and nobody adds to it.')
  }
  if (thing.state === 'open') return
  throw new AppError('not-allowed', 'This thread is resolved. Reopen it with a reason to go on.')
}

function noThread(viewer: Viewer | null): AppError {
  return viewer
    ? new AppError('not-found', 'There is no such thread, or it is not open to you.')
    : new AppError('signed-out', 'Sign in to see threads that are not public.')
}

/** @throws AppError `not-allowed` where this person may not take back what somebody said ([T32], [T37]). */
export function mayTakeBack(by: Viewer, { thing }: Pick<LoadedThread, 'thing'>, saidBy: string): void {
  if (can(by, 'said.take-back', { ...thing, saidBy })) return
  if (saidBy === by.actorId) refuseResolved({ thing })
  throw new AppError('not-allowed', 'Only whoever said it, or a moderator, takes it back.')
}
