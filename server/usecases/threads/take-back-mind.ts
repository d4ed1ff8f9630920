import { eraseChangedMind, findChangedMind } from '../../../db/queries/minds.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentRights } from '../accounts/present-rights.ts'
import { loadContribution, mayTakeBack, signedIn, threadEvents, touchWhenPublic } from './thread-access.ts'

export interface TakeBackMind {
  contributionId: string
  /** Who said it; oneself where it is left out. */
  actorId?: string | undefined
}

/**
 * Takes back that a contribution changed one's mind, and erases its words; a moderator may do it for anybody ([T32]).
 *
 * @throws AppError `conflict` where nothing was said, `not-found`, `not-allowed`, `signed-out`.
 */
export async function takeBackMind(
  deps: Deps,
  viewer: Viewer | null,
  input: TakeBackMind,
): Promise<{ threadId: string }> {
  const asking = signedIn(viewer)
  const thread = await deps.store.tx(async (q) => {
    const by = await presentRights(q, asking)
    const loaded = await loadContribution(q, by, input.contributionId)
    const { thread, contribution } = loaded
    const actorId = input.actorId || by.actorId
    mayTakeBack(by, loaded, actorId)
    if (!(await findChangedMind(q, contribution.id, actorId))) {
      throw new AppError('conflict', 'Nothing is said there that could be taken back.')
    }
    await eraseChangedMind(q, { threadId: thread.id, contributionId: contribution.id, actorId })
    await recordEvent(deps, q, {
      type: 'mind.taken-back',
      subject: `thread/${thread.id}`,
      payload: { by: by.actorId, member: actorId, contribution: contribution.id },
    })
    await touchWhenPublic(q, loaded)
    return thread
  })
  deps.live.publish(threadEvents(thread, 'mind.taken-back'))
  return { threadId: thread.id }
}
