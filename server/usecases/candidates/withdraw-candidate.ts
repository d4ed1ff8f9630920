import { updateCandidate } from '../../../db/queries/candidates.ts'
import { updateThread } from '../../../db/queries/threads.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { Deps } from '../../deps.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentInRoom } from '../accounts/present-rights.ts'
import { loadThread, signedIn, threadEvents, touchWhenPublic } from '../threads/thread-access.ts'
import { candidateNumber, loadOwnCandidate } from './candidate-access.ts'

/**
 * Takes one's own candidate out of the running; it stays readable with what was said about it ([W6]).
 *
 * @throws AppError `conflict` when it does not stand, `not-found`, `not-allowed`, `signed-out`.
 */
export async function withdrawCandidate(
  deps: Deps,
  viewer: Viewer | null,
  input: { threadId: string; candidate: string },
): Promise<void> {
  const asking = signedIn(viewer)
  const n = candidateNumber(input.candidate)
  const { thread, sealed } = await deps.store.tx(async (q) => {
    const by = await presentInRoom(q, asking, deps.now())
    const loaded = await loadThread(q, by, input.threadId)
    const { thread } = loaded
    const candidate = await loadOwnCandidate(q, by, loaded, { n, act: 'withdraws' })
    const now = deps.now()
    await updateCandidate(q, candidate, { state: 'withdrawn', endedAt: now })
    await updateThread(q, thread.id, { updatedAt: now })
    await recordEvent(deps, q, {
      type: 'candidate.withdrawn',
      subject: `thread/${thread.id}`,
      payload: { by: by.actorId, candidate: n },
    })
    await touchWhenPublic(q, loaded)
    return { thread, sealed: candidate.sealedIn !== null }
  })
  if (!sealed) deps.live.publish(threadEvents(thread, 'candidate.withdrawn'))
}
