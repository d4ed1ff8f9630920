import { deleteLink, listNamedThreads } from '../../../db/queries/contribution-links.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentRights } from '../accounts/present-rights.ts'
import { loadOwner } from '../sources/source-access.ts'
import { signedIn, threadEvents } from './thread-access.ts'

/**
 * Takes back that a contribution names another one ([T28]).
 *
 * @throws AppError `gone` when it does not name it or is deleted, `not-found`, `not-allowed`, `signed-out`.
 */
export async function unlinkContribution(
  deps: Deps,
  viewer: Viewer | null,
  input: { contributionId: string; to: string },
): Promise<void> {
  const asking = signedIn(viewer)
  const { contributionId, to } = input
  const told = await deps.store.tx(async (q) => {
    const by = await presentRights(q, asking)
    const owner = await loadOwner(q, by, { contributionId })
    owner.mayRemove()
    const named = (await listNamedThreads(q, contributionId)).find((one) => one.contributionId === to)
    if (!named) throw new AppError('gone', 'It does not name this contribution any more.')
    await deleteLink(q, contributionId, to)
    await recordEvent(deps, q, {
      type: 'contribution.unlinked',
      subject: owner.subject,
      payload: { by: by.actorId, contribution: contributionId, to },
    })
    await owner.touch(q, deps.now())
    return [...owner.events('contribution.unlinked'), ...threadEvents(named, 'contribution.unlinked')]
  })
  deps.live.publish(told)
}
