import { findDraftFor } from '../../db/queries/drafts.ts'
import { listDraftObjections } from '../../db/queries/objections.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { Disposition } from '../../domain/objections/rules.ts'
import { canDispose, canWithdraw, canWordNote, isShownTo, minorityNote } from '../../domain/objections/rules.ts'
import type { Deps } from '../deps.ts'
import type { AttachedSource } from './attached-sources.ts'
import { attachedSources } from './attached-sources.ts'
import { noDraft } from './no-draft.ts'

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
  sealed: boolean
  createdAt: number
  disposedAt: number | null
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
  const thing = found?.thing
  if (!thing || !can(viewer, 'thread.read', { state: 'open', createdBy: thing.ownerId, draft: thing })) {
    throw noDraft(viewer)
  }
  const rows = (await listDraftObjections(deps.store.read, draftId)).filter(
    ({ objection }) => isShownTo(objection, actorId) && (threadId === undefined || objection.threadId === threadId),
  )
  const sources = await attachedSources(
    deps,
    rows.map(({ objection }) => objection.id),
  )
  const objections = rows.map(({ objection, owner }): ObjectionView => {
    const { disposition, ownerId, sealed } = objection
    const access = { disposition, ownerId, sealed, draft: thing }
    const mayWithdraw =
      viewer !== null && can(viewer, 'objection.withdraw', access) && canWithdraw(objection, viewer.actorId)
    return {
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
      sealed,
      createdAt: objection.createdAt,
      disposedAt: objection.disposedAt,
      mayDispose: viewer !== null && can(viewer, 'objection.dispose', access) && canDispose(objection, viewer.actorId),
      mayWithdraw,
      mayWordNote:
        viewer !== null &&
        can(viewer, 'objection.word-note', access) &&
        canWordNote(objection, viewer.actorId, thing.state === 'published'),
      sources: sources.get(objection.id) ?? [],
      mayCite: mayWithdraw,
    }
  })
  const open = objections.filter(({ disposition }) => disposition === 'open').length
  return { objections, open, mayRaise: can(viewer, 'objection.raise', thing) }
}
