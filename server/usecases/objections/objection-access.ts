import { findDraftFor } from '../../../db/queries/drafts.ts'
import { touchEntry } from '../../../db/queries/entries.ts'
import type { ObjectionRow } from '../../../db/queries/objections.ts'
import { findObjection } from '../../../db/queries/objections.ts'
import type { Q } from '../../../db/store.ts'
import type { ObjectionThing } from '../../../domain/access/objection-rights.ts'
import type { DraftThing } from '../../../domain/access/policy.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { isShownTo } from '../../../domain/objections/rules.ts'
import type { StandInCase } from '../../../domain/objections/stand-ins.ts'
import { AppError } from '../../errors.ts'
import type { LiveEvent } from '../../live/bus.ts'
import { isPublic } from '../threads/thread-access.ts'
import { entitledStandIn, standInCase } from './stand-in-access.ts'

export interface LoadedObjection {
  objection: ObjectionRow
  thing: ObjectionThing
  draft: DraftThing
  /** What the rules about stand-ins look at. */
  standing: StandInCase
}

/** An objection the viewer may see. @throws AppError `not-found` when there is none, or none for this viewer. */
export async function loadObjection(q: Q, viewer: Viewer, id: string): Promise<LoadedObjection> {
  const objection = await findObjection(q, id)
  const draft =
    objection?.draftId == null ? undefined : (await findDraftFor(q, objection.draftId, viewer.actorId))?.thing
  if (!objection || !draft || !can(viewer, 'draft.read', draft) || !isShownTo(objection, viewer.actorId)) {
    throw new AppError('not-found', 'There is no such objection, or it is not open to you.')
  }
  const { disposition, ownerId, sealed } = objection
  const standing = await standInCase(q, objection)
  const standInId = await entitledStandIn(q, objection, standing)
  return { objection, standing, draft, thing: { disposition, ownerId, standInId, sealed, draft } }
}

/** Moves the entry's public revision where readers can see the draft. */
export async function touchForObjection(
  q: Q,
  { objection, draft }: Pick<LoadedObjection, 'objection' | 'draft'>,
): Promise<void> {
  if (isPublic(draft)) await touchEntry(q, objection.entryId)
}

/** What pages that show this objection listen to. */
export function objectionEvents(
  objection: Pick<ObjectionRow, 'id' | 'draftId' | 'threadId' | 'ballotId'>,
  type: string,
): LiveEvent[] {
  const topics = [`draft/${objection.draftId}`]
  if (objection.threadId) topics.push(`thread/${objection.threadId}`)
  if (objection.ballotId) topics.push(`ballot/${objection.ballotId}`)
  return topics.map((topic) => ({ topic, type, id: objection.id }))
}
