import { lastSeen } from '../../db/queries/actors.ts'
import { findDraftFor } from '../../db/queries/drafts.ts'
import { listDraftObjections } from '../../db/queries/objections.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { Disposition } from '../../domain/objections/rules.ts'
import { canDispose, canWithdraw, canWordNote, isShownTo, minorityNote } from '../../domain/objections/rules.ts'
import { canActFor, canWordFor } from '../../domain/objections/stand-ins.ts'
import type { Deps } from '../deps.ts'
import { entitledStandIn, standInCase } from '../usecases/objections/stand-in-access.ts'
import type { AttachedSource } from './attached-sources.ts'
import { attachedSources } from './attached-sources.ts'
import type { HiddenWords } from './hidden-words.ts'
import { hiddenWords } from './hidden-words.ts'
import { noDraft } from './no-draft.ts'
import type { StandInView } from './stand-in-view.ts'
import { fitting, standInView } from './stand-in-view.ts'

export interface ObjectionView {
  id: string
  threadId: string | null
  ballotId: string | null
  text: string
  settledBy: string
  /** Null where the ballot hides names. */
  owner: string | null
  mine: boolean
  disposition: Disposition
  reason: string | null
  /** The note that travels with the version; null unless carried as minority note. */
  minorityNote: string | null
  /** The words of the note alone, to be changed. */
  noteText: string | null
  sealed: boolean
  createdAt: number
  disposedAt: number | null
  /** Who stands in for its owner, and what a stand-in says would settle it. */
  standIn: StandInView
  /** Its words are hidden; null for shown ones. */
  hidden: HiddenWords | null
  mayFlag: boolean
  mayDispose: boolean
  mayWithdraw: boolean
  mayWordNote: boolean
  sources: AttachedSource[]
  /** Its owner may add and remove sources now. */
  mayCite: boolean
}

/**
 * The objections to a draft that this viewer may see, oldest first; to one of its threads where `threadId` is given.
 *
 * @throws AppError `not-found` when the draft is not there for this viewer.
 */
export async function objectionsOf(
  deps: Deps,
  viewer: Viewer | null,
  { draftId, threadId }: { draftId: string; threadId?: string },
): Promise<{ objections: ObjectionView[]; open: number; mayRaise: boolean }> {
  const actorId = viewer?.actorId ?? null
  const found = await findDraftFor(deps.store.read, draftId, actorId)
  if (!found) throw noDraft(viewer)
  const { draft, thing } = found
  if (!can(viewer, 'thread.read', { state: 'open', createdBy: thing.ownerId, draft: thing })) {
    throw noDraft(viewer)
  }
  const rows = (await listDraftObjections(deps.store.read, draftId)).filter(
    ({ objection }) => isShownTo(objection, actorId) && (threadId === undefined || objection.threadId === threadId),
  )
  const sources = await attachedSources(
    deps,
    viewer,
    rows.map(({ objection }) => objection.id),
  )
  const seen = await lastSeen(
    deps.store.read,
    rows.flatMap(({ objection: { ownerId, standInId } }) => [ownerId, standInId].flatMap((id) => id ?? [])),
  )
  const hidden = await hiddenWords(
    deps.store.read,
    viewer,
    rows.map(({ objection }) => ({ thing: `objection/${objection.id}`, authorId: objection.ownerId })),
  )
  let fit: ReturnType<typeof fitting> | undefined
  const nameable = () => {
    fit ??= fitting(deps.store.read, draft, actorId ?? '')
    return fit
  }
  const objections: ObjectionView[] = []
  for (const { objection, owner } of rows) {
    const { disposition, ownerId, sealed } = objection
    const standing = await standInCase(deps.store.read, objection, seen)
    const standInId = await entitledStandIn(deps.store.read, objection, standing)
    const access = { disposition, ownerId, standInId, sealed, draft: thing }
    const forOwner = viewer !== null && standInId === viewer.actorId
    const published = thing.state === 'published'
    objections.push({
      id: objection.id,
      threadId: objection.threadId,
      ballotId: objection.ballotId,
      text: objection.text,
      settledBy: objection.settledBy,
      owner,
      mine: ownerId !== null && ownerId === actorId,
      disposition,
      reason: objection.reason,
      minorityNote: minorityNote(objection),
      noteText: objection.minorityNote,
      sealed,
      createdAt: objection.createdAt,
      disposedAt: objection.disposedAt,
      standIn: await standInView(deps, viewer, { nameable, objection, standing, access }),
      hidden: hidden.get(`objection/${objection.id}`) ?? null,
      mayFlag: !sealed && (ownerId === null || ownerId !== actorId) && can(viewer, 'thing.flag', null),
      mayDispose: viewer !== null && can(viewer, 'objection.dispose', access) && canDispose(objection, viewer.actorId),
      mayWithdraw:
        viewer !== null &&
        can(viewer, 'objection.withdraw', access) &&
        (canWithdraw(objection, viewer.actorId) || (forOwner && canActFor(standing, viewer.actorId))),
      mayWordNote:
        viewer !== null &&
        can(viewer, 'objection.word-note', access) &&
        (canWordNote(objection, viewer.actorId, published) ||
          (forOwner && canWordFor({ ...objection, ...standing }, viewer.actorId, published))),
      sources: sources.get(objection.id) ?? [],
      mayCite: viewer !== null && can(viewer, 'objection.withdraw', access) && canWithdraw(objection, viewer.actorId),
    })
  }
  const open = objections.filter(({ disposition }) => disposition === 'open').length
  return { objections, open, mayRaise: can(viewer, 'objection.raise', thing) }
}
