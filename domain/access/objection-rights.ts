import { commentOn } from './draft-rights.ts'
import type { DraftThing, ObjectionThing } from './policy.ts'
import type { Viewer } from './viewer.ts'
import { isMember, isModerator } from './viewer.ts'

/** Who answers an objection. */
export function disposeObjection(viewer: Viewer | null, objection: ObjectionThing): boolean {
  return (
    !objection.sealed &&
    objection.disposition === 'open' &&
    isMember(viewer) &&
    objection.ownerId !== viewer.actorId &&
    // Who speaks for its owner does not answer themself.
    objection.standInId !== viewer.actorId &&
    (objection.draft?.ownerId === viewer.actorId || isModerator(viewer))
  )
}

/** Whose objection it is. */
export function isOwner(viewer: Viewer | null, objection: ObjectionThing): boolean {
  return isMember(viewer) && objection.ownerId === viewer.actorId
}

/** Who stands in for its owner now. */
export function standsIn(viewer: Viewer | null, objection: ObjectionThing): boolean {
  return isMember(viewer) && !objection.sealed && objection.standInId === viewer.actorId
}

/** Whoever may comment, but not who writes the draft that is objected to. */
export function standIn(viewer: Viewer | null, draft: DraftThing): boolean {
  const writes = draft.memberRole === 'owner' || draft.memberRole === 'writer' || draft.ownerId === viewer?.actorId
  return !writes && commentOn(viewer, draft)
}
