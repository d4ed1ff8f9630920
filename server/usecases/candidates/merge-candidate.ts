import { listCandidateReactions, moveToCandidate, updateCandidate } from '../../../db/queries/candidates.ts'
import { updateThread } from '../../../db/queries/threads.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { mergedReactions } from '../../../domain/candidates/merge.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentRights } from '../accounts/present-rights.ts'
import { loadThread, refuseResolved, signedIn, threadEvents, touchWhenPublic } from '../threads/thread-access.ts'
import { candidateNumber, loadCandidate, refuseEnded } from './candidate-access.ts'

/**
 * Merges a candidate into another one that says the same, with its reactions and reasons ([W10]).
 *
 * @throws AppError `bad-input` (field `into`), `conflict` when one of them does not stand, `not-found`, `not-allowed`,
 * `signed-out`.
 */
export async function mergeCandidate(
  deps: Deps,
  viewer: Viewer | null,
  input: { threadId: string; candidate: string; into: string },
): Promise<void> {
  const asking = signedIn(viewer)
  const from = candidateNumber(input.candidate)
  const into = candidateNumber(input.into, 'into')
  if (from === into) throw new AppError('bad-input', 'Choose another candidate to merge it into.', 'into')
  const thread = await deps.store.tx(async (q) => {
    const by = await presentRights(q, asking)
    const loaded = await loadThread(q, by, input.threadId)
    const { thread, thing } = loaded
    refuseResolved(loaded)
    if (!can(by, 'candidate.merge', thing)) {
      throw new AppError('not-allowed', 'Only a facilitator or a moderator merges candidates.')
    }
    const goes = await loadCandidate(q, by, loaded, from)
    const stays = await loadCandidate(q, by, loaded, into)
    refuseEnded(goes)
    refuseEnded(stays)
    const reactions = await listCandidateReactions(q, thread.id)
    const to = (n: number) => reactions.filter((one) => one.n === n)
    await moveToCandidate(q, thread.id, { from, into }, mergedReactions(to(into), to(from), stays.authorId))
    const now = deps.now()
    await updateCandidate(q, goes, { state: 'merged', mergedInto: into, endedAt: now })
    await updateThread(q, thread.id, { updatedAt: now })
    await recordEvent(deps, q, {
      type: 'candidate.merged',
      subject: `thread/${thread.id}`,
      payload: { by: by.actorId, candidate: from, into },
    })
    await touchWhenPublic(q, loaded)
    return thread
  })
  deps.live.publish(threadEvents(thread, 'candidate.merged'))
}
