import { commentOn, isOpenDraft } from './draft-rights.ts'
import type { DraftThing } from './policy.ts'
import type { Viewer } from './viewer.ts'
import { isMember, isModerator } from './viewer.ts'

export interface ObjectionThing {
  disposition: string
  ownerId: string | null
  /** Who stands in for its owner now, and still may (objections SPEC [O12], [O17]). */
  standInId: string | null
  sealed: boolean
  draft: DraftThing | null
}

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

/** Who withdraws it: its owner or who stands in. A sealed one belongs to a vote and goes with it. */
export function withdrawObjection(viewer: Viewer | null, objection: ObjectionThing): boolean {
  return (
    !objection.sealed && objection.disposition === 'open' && (isOwner(viewer, objection) || standsIn(viewer, objection))
  )
}

/** Who names a stand-in: its owner. */
export function nameStandIn(viewer: Viewer | null, objection: ObjectionThing): boolean {
  return !objection.sealed && objection.disposition === 'open' && isOwner(viewer, objection)
}

/** Who steps in for its owner unasked. */
export function stepIn(viewer: Viewer | null, objection: ObjectionThing): boolean {
  return (
    !objection.sealed &&
    objection.disposition === 'open' &&
    objection.draft !== null &&
    !isOwner(viewer, objection) &&
    standIn(viewer, objection.draft)
  )
}

/** Who opens again what a stand-in withdrew: its owner, while the draft is not decided. */
export function takeUpObjection(viewer: Viewer | null, objection: ObjectionThing): boolean {
  return objection.disposition === 'withdrawn' && isOwner(viewer, objection) && isOpenDraft(objection.draft)
}
