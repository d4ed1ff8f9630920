import { manageDraft, readDraft } from './draft-rights.ts'
import type { BallotThing } from './policy.ts'
import type { Viewer } from './viewer.ts'
import { isMember, isModerator } from './viewer.ts'

/** Who reads a ballot: everybody once it has closed and what it decides about is published, members before that. */
export function readBallot(viewer: Viewer | null, ballot: BallotThing): boolean {
  return (
    (ballot.state === 'closed' && ballot.published) ||
    (isMember(viewer) && (ballot.isElector || ballot.draft === null || readDraft(viewer, ballot.draft)))
  )
}

/** Whoever opened or planned it, or a moderator. */
export function isOpenerOrModerator(viewer: Viewer | null, ballot: BallotThing): boolean {
  return isMember(viewer) && (ballot.openedBy === viewer.actorId || isModerator(viewer))
}

/** Who puts a changed text under vote. */
export function amendText(viewer: Viewer | null, ballot: BallotThing): boolean {
  return ballot.state === 'open' && ballot.draft !== null && manageDraft(viewer, ballot.draft)
}

/** Who challenges a change of the text: any member who sees it, electors who lost sight of the draft too. */
export function challengeAmendment(viewer: Viewer | null, ballot: BallotThing): boolean {
  return ballot.state === 'open' && ballot.draft !== null && readBallot(viewer, ballot)
}
