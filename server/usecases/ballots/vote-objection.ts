import type { BallotRow } from '../../../db/queries/ballots.ts'
import { findObjection, insertObjection, updateObjection } from '../../../db/queries/objections.ts'
import type { Q } from '../../../db/store.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { Deps } from '../../deps.ts'
import { recordEvent } from '../../record/record-event.ts'
import { restartLastCall } from './restart-last-call.ts'

interface ObjectingVote {
  reason: string
  settledBy: string
  publishObjection: boolean
}

/**
 * Makes the objection of an objecting paper ([B19]). A sealed one leaves no event of its own: that alone would tell
 * that somebody objected.
 */
export async function objectWithVote(
  deps: Deps,
  q: Q,
  ballot: BallotRow,
  by: Viewer,
  { reason, settledBy, publishObjection }: ObjectingVote,
): Promise<string> {
  const id = deps.newId()
  const named = ballot.names === 'shown'
  const sealed = ballot.results === 'hidden' && !publishObjection
  await insertObjection(q, {
    id,
    entryId: ballot.entryId,
    draftId: ballot.draftId,
    threadId: null,
    ballotId: ballot.id,
    ownerId: named ? by.actorId : null,
    text: reason,
    settledBy,
    sealed,
    // The time of a vote can tell who cast it.
    createdAt: named ? deps.now() : ballot.opensAt,
  })
  if (!sealed) {
    await recordEvent(deps, q, {
      type: 'objection.raised',
      subject: `draft/${ballot.draftId}`,
      payload: { by: named ? by.actorId : null, objection: id, thread: null, ballot: ballot.id },
      leaf: { text: reason, settledBy },
    })
    await restartLastCall(deps, q, ballot)
  }
  return id
}

/**
 * Withdraws the objection of a paper that is being replaced, while it is open ([B19]).
 *
 * @returns whether others could see it.
 */
export async function withdrawWithVote(
  deps: Deps,
  q: Q,
  ballot: BallotRow,
  by: Viewer,
  objectionId: string | null,
): Promise<boolean> {
  const objection = objectionId === null ? undefined : await findObjection(q, objectionId)
  if (objection?.disposition !== 'open') return false
  const named = ballot.names === 'shown'
  await updateObjection(q, objection.id, {
    disposition: 'withdrawn',
    reason: 'The vote was changed.',
    disposedBy: named ? by.actorId : null,
    disposedAt: named ? deps.now() : null,
  })
  if (objection.sealed) return false
  await recordEvent(deps, q, {
    type: 'objection.withdrawn',
    subject: `draft/${ballot.draftId}`,
    payload: { by: named ? by.actorId : null, objection: objection.id },
  })
  return true
}
