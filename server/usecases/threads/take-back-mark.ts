import { eraseMarks, listMarks } from '../../../db/queries/restatements.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentRights } from '../accounts/present-rights.ts'
import { loadRestatement } from './restatement-access.ts'
import { mayTakeBack, signedIn, threadEvents, touchWhenPublic } from './thread-access.ts'

export interface TakeBackMark {
  contributionId: string
  /** Whose marks; one's own where it is left out. */
  actorId?: string | undefined
}

/**
 * Takes back what one said of a restatement, of all its wordings, and erases the words; a moderator may do it for
 * anybody ([T37]).
 *
 * @throws AppError `conflict` where nothing was said, `gone` when it is deleted, `not-found`, `not-allowed`,
 * `signed-out`.
 */
export async function takeBackMark(
  deps: Deps,
  viewer: Viewer | null,
  input: TakeBackMark,
): Promise<{ threadId: string }> {
  const asking = signedIn(viewer)
  const thread = await deps.store.tx(async (q) => {
    const by = await presentRights(q, asking)
    const loaded = await loadRestatement(q, by, input.contributionId)
    const { thread, contribution } = loaded
    const actorId = input.actorId || by.actorId
    mayTakeBack(by, loaded, actorId)
    const given = await listMarks(q, [contribution.id])
    if (!given.some(({ mark }) => mark.actorId === actorId)) {
      throw new AppError('conflict', 'Nothing is said there that could be taken back.')
    }
    await eraseMarks(q, { threadId: thread.id, contributionId: contribution.id, actorId })
    await recordEvent(deps, q, {
      type: 'restatement.mark-taken-back',
      subject: `thread/${thread.id}`,
      payload: { by: by.actorId, member: actorId, contribution: contribution.id },
    })
    await touchWhenPublic(q, loaded)
    return thread
  })
  deps.live.publish(threadEvents(thread, 'restatement.mark-taken-back'))
  return { threadId: thread.id }
}
