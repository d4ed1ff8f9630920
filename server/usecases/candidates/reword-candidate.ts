import {
  listCandidateReactions,
  listCandidates,
  listReasonAuthors,
  updateCandidate,
} from '../../../db/queries/candidates.ts'
import { updateThread } from '../../../db/queries/threads.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { mayReword } from '../../../domain/candidates/rules.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentInRoom } from '../accounts/present-rights.ts'
import { refuseWithheld } from '../moderation/refuse-withheld.ts'
import { loadThread, signedIn, threadEvents, touchWhenPublic } from '../threads/thread-access.ts'
import { candidateNumber, loadContested, loadOwnCandidate } from './candidate-access.ts'
import { checkProposed, checkWording } from './propose-candidate.ts'

/**
 * Changes the words of one's own candidate while nobody else has said anything about it ([W5]).
 *
 * @throws AppError `bad-input` (field `text`), `conflict` when somebody has reacted meanwhile or it does not stand,
 * `not-found`, `not-allowed`, `signed-out`.
 */
export async function rewordCandidate(
  deps: Deps,
  viewer: Viewer | null,
  input: { threadId: string; candidate: string; text: string },
): Promise<{ changed: boolean }> {
  const asking = signedIn(viewer)
  const n = candidateNumber(input.candidate)
  const contested = await loadContested(deps, asking, input.threadId)
  const done = await deps.store.tx(async (q) => {
    const by = await presentInRoom(q, asking, deps.now())
    const loaded = await loadThread(q, by, input.threadId)
    const { thread } = loaded
    const candidate = await loadOwnCandidate(q, by, loaded, { n, act: 'changes the words of' })
    await refuseWithheld(q, `candidate/${thread.id}/${n}`)
    const text = checkWording(input.text)
    if (text === candidate.text) return null
    const reactions = (await listCandidateReactions(q, thread.id)).filter((one) => one.n === n).length
    const reasonsOfOthers = (await listReasonAuthors(q, thread.id, n)).filter((id) => id !== by.actorId).length
    if (!mayReword({ reactions, reasonsOfOthers })) {
      throw new AppError(
        'conflict',
        'Somebody has said what they think of these words. Propose the new ones as another candidate; you may withdraw this one.',
        'text',
      )
    }
    const others = (await listCandidates(q, thread.id, by.actorId)).filter((one) => one.n !== n)
    const wording = checkProposed(contested, text, others, candidate.sealedIn !== null)
    const now = deps.now()
    await updateCandidate(q, candidate, { text, editedAt: now })
    await updateThread(q, thread.id, { updatedAt: now })
    await recordEvent(deps, q, {
      type: 'candidate.reworded',
      subject: `thread/${thread.id}`,
      payload: { by: by.actorId, candidate: n, wording },
      leaf: { text },
    })
    await touchWhenPublic(q, loaded)
    return { thread, sealed: candidate.sealedIn !== null }
  })
  if (done && !done.sealed) deps.live.publish(threadEvents(done.thread, 'candidate.reworded'))
  return { changed: done !== null }
}
