import { findStanding, setUserRole } from '../../../db/queries/appointments.ts'
import { roles } from '../../../db/tables/people.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { requireFresh } from '../../accounts/require-fresh.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentRights } from './present-rights.ts'

/**
 * Gives somebody else's account another role (access SPEC [V1]). Nobody changes their own, so that the last admin
 * stays one.
 *
 * @param input.sessionId the session that asks, which must be proved lately ([A14]).
 * @throws AppError `bad-input` (role), `not-fresh`, `not-found`, `not-allowed`, `signed-out`.
 */
export async function setRole(
  deps: Deps,
  viewer: Viewer | null,
  input: { actorId: string; role: string; sessionId: string | null },
): Promise<void> {
  if (!viewer) throw new AppError('signed-out', 'Sign in first.')
  const changed = await deps.store.tx(async (q) => {
    const by = await presentRights(q, viewer)
    if (!can(by, 'admin.read', null)) throw new AppError('not-allowed', 'Only an admin gives roles.')
    const account = await findStanding(q, input.actorId)
    if (!account) throw new AppError('not-found', 'There is no such account.')
    if (!can(by, 'admin.appoint', account)) {
      throw new AppError('not-allowed', 'Nobody changes their own role. Another admin can.')
    }
    const role = roles.find((one) => one === input.role)
    if (!role) throw new AppError('bad-input', `Choose one of ${roles.join(', ')}.`, 'role')
    if (role === account.role) return false
    await requireFresh(q, { actorId: by.actorId, sessionId: input.sessionId, now: deps.now() })
    await setUserRole(q, account.actorId, role)
    await recordEvent(deps, q, {
      type: 'actor.role-set',
      subject: `actor/${account.actorId}`,
      payload: { actorId: account.actorId, role, by: by.actorId },
    })
    return true
  })
  if (changed) deps.collab.reauthorise({ actorId: input.actorId })
}
