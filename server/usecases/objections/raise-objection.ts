import { findDraftFor } from '../../../db/queries/drafts.ts'
import { insertObjection } from '../../../db/queries/objections.ts'
import type { Q } from '../../../db/store.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentRights } from '../accounts/present-rights.ts'
import { ballotEvents } from '../ballots/ballot-access.ts'
import { restartLastCallsOf } from '../ballots/restart-last-call.ts'
import { limitWriting } from '../moderation/write-limits.ts'
import { attachSources } from '../sources/attach-sources.ts'
import type { TypedSource } from '../sources/read-sources.ts'
import { readSources } from '../sources/read-sources.ts'
import { loadThread, signedIn } from '../threads/thread-access.ts'
import { objectionEvents, touchForObjection } from './objection-access.ts'

export interface RaiseObjection {
  /** The draft objected to, or one of its threads. */
  draftId?: string | undefined
  threadId?: string | undefined
  text: string
  /** What would settle it. */
  settledBy: string
  /** What it rests on (threads SPEC [T27]). */
  sources?: readonly TypedSource[] | undefined
}

/**
 * Raises an objection against a draft ([O1]); its owner is who raises it.
 *
 * @throws AppError `bad-input` (field `text`, `settledBy` or `sources.<n>.<field>`), `conflict` for a thread on a published entry,
 * `not-found`, `not-allowed`, `signed-out`.
 */
export async function raiseObjection(
  deps: Deps,
  viewer: Viewer | null,
  input: RaiseObjection,
): Promise<{ id: string; draftId: string }> {
  const asking = signedIn(viewer)
  const text = checkText(input.text, { field: 'text', label: 'the objection', limit: 'reason' })
  const settledBy = checkText(input.settledBy, { field: 'settledBy', label: 'what would settle it', limit: 'reason' })
  const sources = readSources(input.sources ?? [], deps.now())
  const { objection, moved } = await deps.store.tx(async (q) => {
    const by = await presentRights(q, asking)
    const { draftId, threadId } = await loadTarget(q, by, input)
    const found = await findDraftFor(q, draftId, by.actorId)
    if (!found || !can(by, 'draft.read', found.thing)) throw new AppError('not-found', 'There is no such draft.')
    if (!can(by, 'objection.raise', found.thing)) {
      throw new AppError('not-allowed', 'Objecting needs the right to comment, and a draft that is not decided yet.')
    }
    const urls = sources.map(({ url }) => url)
    await limitWriting(deps, q, { actorId: by.actorId, threadId, draftId }, { text, urls })
    const row = await insertObjection(q, {
      id: deps.newId(),
      entryId: found.draft.entryId,
      draftId,
      threadId,
      ballotId: null,
      ownerId: by.actorId,
      text,
      settledBy,
      sealed: false,
      createdAt: deps.now(),
    })
    await recordEvent(deps, q, {
      type: 'objection.raised',
      subject: `draft/${draftId}`,
      payload: { by: by.actorId, objection: row.id, thread: threadId, ballot: null },
      leaf: { text, settledBy },
    })
    const moved = await restartLastCallsOf(deps, q, draftId)
    await attachSources(deps, q, by, { owner: { objectionId: row.id }, subject: `draft/${draftId}` }, sources)
    await touchForObjection(q, { objection: row, draft: found.thing })
    return { objection: { ...row, draftId }, moved }
  })
  deps.live.publish(objectionEvents(objection, 'objection.raised'))
  for (const ballot of moved) deps.live.publish(ballotEvents(ballot, 'ballot.extended'))
  return { id: objection.id, draftId: objection.draftId }
}

async function loadTarget(
  q: Q,
  viewer: Viewer,
  input: RaiseObjection,
): Promise<{ draftId: string; threadId: string | null }> {
  if (!input.threadId) {
    if (!input.draftId) throw new AppError('not-found', 'There is no such draft.')
    return { draftId: input.draftId, threadId: null }
  }
  const { thread } = await loadThread(q, viewer, input.threadId)
  if (thread.draftId === null) {
    throw new AppError('conflict', 'An objection is raised against a draft. Propose a revision of the entry first.')
  }
  return { draftId: thread.draftId, threadId: thread.id }
}
