import type { Viewer } from '../../../domain/access/viewer.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { presentRights } from '../accounts/present-rights.ts'
import { loadOwner } from '../sources/source-access.ts'
import { nameOthers } from './name-others.ts'
import { signedIn } from './thread-access.ts'

/**
 * Names other contributions in one's own by their links ([T28]).
 *
 * @throws AppError `bad-input` (field `seeAlso`), `gone` when it is deleted, `not-found`, `not-allowed`, `signed-out`.
 */
export async function linkContribution(
  deps: Deps,
  viewer: Viewer | null,
  input: { contributionId: string; seeAlso: string },
): Promise<void> {
  const asking = signedIn(viewer)
  if (input.seeAlso.trim() === '') throw new AppError('bad-input', 'Paste the link of a contribution.', 'seeAlso')
  const told = await deps.store.tx(async (q) => {
    const by = await presentRights(q, asking)
    const owner = await loadOwner(q, by, input)
    owner.mayAdd()
    const from = { id: input.contributionId, subject: owner.subject }
    const others = await nameOthers(deps, q, by, from, input.seeAlso)
    await owner.touch(q, deps.now())
    return [...owner.events('contribution.linked'), ...others]
  })
  deps.live.publish(told)
}
