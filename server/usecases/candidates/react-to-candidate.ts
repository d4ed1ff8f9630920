import { findCandidateReaction, removeCandidateReaction, setCandidateReaction } from '../../../db/queries/candidates.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { statusQuo } from '../../../domain/candidates/rules.ts'
import { partHash } from '../../../domain/suggestions/place.ts'
import type { Stance } from '../../../domain/threads/reactions.ts'
import { decideReact, stanceLabels, stances } from '../../../domain/threads/reactions.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { readWording } from '../../read-wording.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentInRoom } from '../accounts/present-rights.ts'
import { loadThread, mayPost, signedIn, threadEvents, touchWhenPublic } from '../threads/thread-access.ts'
import { candidateNumber, loadCandidate, loadContested, refuseEnded } from './candidate-access.ts'

export interface ReactToCandidate {
  threadId: string
  candidate: string
  stance: string
  /** Hash of the words that the person had before them. Left out, it is about whatever the candidate says. */
  seen?: string | undefined
}

/**
 * Says of a candidate, or of what stands there already: agree, disagree or unsure; the same again takes it back ([W7],
 * [W8]).
 *
 * @throws AppError `bad-input` (field `stance` or `candidate`), `conflict` for one's own, for one that does not stand,
 * and where the words have changed since they were seen; `not-found`, `not-allowed`, `signed-out`.
 */
export async function reactToCandidate(
  deps: Deps,
  viewer: Viewer | null,
  input: ReactToCandidate,
): Promise<{ stance: Stance | null }> {
  const asking = signedIn(viewer)
  const n = candidateNumber(input.candidate)
  const stance = stances.find((one) => one === input.stance)
  if (!stance) throw new AppError('bad-input', `Choose one of: ${Object.values(stanceLabels).join(', ')}.`, 'stance')
  const contested = await loadContested(deps, asking, input.threadId)
  const about = n === statusQuo ? partHash(contested.present) : null
  const { thread, now } = await deps.store.tx(async (q) => {
    const by = await presentInRoom(q, asking, deps.now())
    const loaded = await loadThread(q, by, input.threadId)
    const { thread } = loaded
    mayPost(by, loaded, 'contribution.react')
    const candidate = n === statusQuo ? null : await loadCandidate(q, by, loaded, n)
    if (candidate) refuseEnded(candidate)
    const says = about ?? readWording(contested.kind, contested.place, candidate?.text ?? '').hash
    if (input.seen !== undefined && input.seen !== says) {
      throw new AppError('conflict', 'The words have changed meanwhile. Read what they are now, then say it again.')
    }
    const own = await findCandidateReaction(q, { threadId: thread.id, n }, by.actorId)
    const before = own && own.about === about ? own.stance : null
    const subject = { authorId: candidate?.authorId ?? '', deletedAt: null }
    const decision = decideReact(subject, before, stance, by.actorId)
    if (decision === 'own') throw new AppError('conflict', 'Others react to your candidate; you have proposed it.')
    const now = decision === 'take-back' ? null : stance
    if (now === null) await removeCandidateReaction(q, thread.id, n, by.actorId)
    else {
      const reaction = { threadId: thread.id, n, actorId: by.actorId, stance: now, about, at: deps.now() }
      await setCandidateReaction(q, reaction)
    }
    // The record tells that there was a reaction; how it was stays in the leaf.
    await recordEvent(deps, q, {
      type: 'candidate.reacted',
      subject: `thread/${thread.id}`,
      payload: { candidate: n },
      leaf: { by: by.actorId, from: before, to: now },
    })
    await touchWhenPublic(q, loaded)
    return { thread, now }
  })
  deps.live.publish(threadEvents(thread, 'candidate.reacted'))
  return { stance: now }
}
