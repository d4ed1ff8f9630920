import { commentOn, isOpenDraft, readDraft } from './draft-rights.ts'
import type { ContributionThing, SaidThing, SuggestionThing, ThreadThing } from './policy.ts'
import type { Viewer } from './viewer.ts'
import { isFacilitator, isMember, isModerator } from './viewer.ts'

/** Who reads a thread: with what is published everybody, otherwise who reads its draft. */
export function readThread(viewer: Viewer | null, thread: ThreadThing): boolean {
  return thread.draft === null || thread.draft.state === 'published' ? true : readDraft(viewer, thread.draft)
}

/** It is open, and not locked. */
export function takesWords({ state, locked }: ThreadThing): boolean {
  return state === 'open' && locked !== true
}

/** Who merges it into another one: a moderator, or the owner of its draft. */
export function mergeThread(viewer: Viewer | null, thread: ThreadThing): boolean {
  if (!isMember(viewer) || !takesWords(thread) || !readThread(viewer, thread)) return false
  return thread.draft?.ownerId === viewer.actorId || isModerator(viewer)
}

/** Who changes the words of a contribution: its author, while the thread is open. */
export function editContribution(viewer: Viewer | null, thing: ContributionThing): boolean {
  return (
    !thing.deletedContribution &&
    isMember(viewer) &&
    readThread(viewer, thing) &&
    thing.authorId === viewer.actorId &&
    takesWords(thing)
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

/** Who resolves it: who began it, the owner of its draft, or a moderator. */
export function resolveThread(viewer: Viewer | null, thread: ThreadThing): boolean {
  return (
    thread.state === 'open' &&
    isMember(viewer) &&
    readThread(viewer, thread) &&
    (thread.createdBy === viewer.actorId || thread.draft?.ownerId === viewer.actorId || isModerator(viewer))
  )
}

/** Who opens a resolved one again: whoever may comment. */
export function reopenThread(viewer: Viewer | null, thread: ThreadThing): boolean {
  return thread.state === 'resolved' && isMember(viewer) && commentOn(viewer, thread.draft)
}

/** Who confirms the outcome of a resolved one. */
export function confirmThread(viewer: Viewer | null, thread: ThreadThing): boolean {
  return thread.state === 'resolved' && readThread(viewer, thread) && isFacilitator(viewer)
}

/** Who takes back what was said by name: whoever said it; a moderator also out of a resolved thread. */
export function takeBackSaid(viewer: Viewer | null, said: SaidThing): boolean {
  const own = said.state === 'open' && commentOn(viewer, said.draft) && said.saidBy === viewer?.actorId
  return own || (isModerator(viewer) && readThread(viewer, said))
}

/** Who withdraws a suggestion or brings it up to date: whose words it has, and who made it. */
export function ownSuggestion(viewer: Viewer | null, suggestion: SuggestionThing): boolean {
  return (
    suggestion.state === 'open' &&
    commentOn(viewer, suggestion.draft) &&
    isOpenDraft(suggestion.draft) &&
    (suggestion.madeBy === viewer?.actorId || suggestion.authorId === viewer?.actorId)
  )
}
