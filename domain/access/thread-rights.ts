import { readDraft } from './draft-rights.ts'
import type { ContributionThing, ThreadThing } from './policy.ts'
import type { Viewer } from './viewer.ts'
import { isMember, isModerator } from './viewer.ts'

/** Who reads a thread: with what is published everybody, otherwise who reads its draft. */
export function readThread(viewer: Viewer | null, thread: ThreadThing): boolean {
  return thread.draft === null || thread.draft.state === 'published' ? true : readDraft(viewer, thread.draft)
}

/** Who changes the words of a contribution: its author, while the thread is open. */
export function editContribution(viewer: Viewer | null, thing: ContributionThing): boolean {
  return (
    !thing.deletedContribution &&
    isMember(viewer) &&
    readThread(viewer, thing) &&
    thing.authorId === viewer.actorId &&
    thing.state === 'open'
  )
}

/** Who deletes a contribution: its author, or a moderator. */
export function deleteContribution(viewer: Viewer | null, thing: ContributionThing): boolean {
  return (
    !thing.deletedContribution &&
    isMember(viewer) &&
    readThread(viewer, thing) &&
    (thing.authorId === viewer.actorId || isModerator(viewer))
  )
}
