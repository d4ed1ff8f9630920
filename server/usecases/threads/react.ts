import { findReaction, removeReaction, setReaction } from '../../../db/queries/reactions.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { Stance } from '../../../domain/threads/reactions.ts'
import { decideReact, stanceLabels, stances, takesReactions } from '../../../domain/threads/reactions.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentInRoom } from '../accounts/present-rights.ts'
import { refuseWithheld } from '../moderation/refuse-withheld.ts'
import { loadContribution, mayPost, signedIn, threadEvents, touchWhenPublic } from './thread-access.ts'

export interface React {
  contributionId: string
  stance: string
}

/**
 * Says of a contribution: agree, disagree or unsure; the same again takes it back ([T15]).
 *
 * @returns what stands now.
 * @throws AppError `bad-input` (field `stance`), `conflict` for one's own contribution, `gone` when it is deleted,
 * `not-found`, `not-allowed`, `signed-out`.
 */
export async function react(
  deps: Deps,
  viewer: Viewer | null,
  input: React,
): Promise<{ threadId: string; stance: Stance | null }> {
  const asking = signedIn(viewer)
  const stance = stances.find((one) => one === input.stance)
  if (!stance) {
    throw new AppError('bad-input', `Choose one of: ${Object.values(stanceLabels).join(', ')}.`, 'stance')
  }
  const { thread, now } = await deps.store.tx(async (q) => {
    const by = await presentInRoom(q, asking, deps.now())
    const loaded = await loadContribution(q, by, input.contributionId)
    const { thread, contribution } = loaded
    mayPost(by, loaded, 'contribution.react')
    await refuseWithheld(q, `contribution/${contribution.id}`)
    if (!takesReactions(contribution.type)) {
      throw new AppError('conflict', 'A restatement says what others argue: they say whether it is fair.')
    }
    const before = await findReaction(q, contribution.id, by.actorId)
    const decision = decideReact(contribution, before, stance, by.actorId)
    if (decision === 'deleted') throw new AppError('gone', 'This contribution was deleted.')
    if (decision === 'own') throw new AppError('conflict', 'Others react to your contribution; you have said it.')
    const now = decision === 'take-back' ? null : stance
    if (now === null) await removeReaction(q, contribution.id, by.actorId)
    else {
      const reaction = { contributionId: contribution.id, actorId: by.actorId, threadId: thread.id, stance: now }
      await setReaction(q, { ...reaction, at: deps.now() })
    }
    // The record tells that there was a reaction; how it was stays in the leaf.
    await recordEvent(deps, q, {
      type: 'contribution.reacted',
      subject: `thread/${thread.id}`,
      payload: { contribution: contribution.id },
      leaf: { by: by.actorId, from: before, to: now },
    })
    await touchWhenPublic(q, loaded)
    return { thread, now }
  })
  deps.live.publish(threadEvents(thread, 'contribution.reacted'))
  return { threadId: thread.id, stance: now }
}
