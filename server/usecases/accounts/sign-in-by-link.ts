import type { Entered } from '../../accounts/enter.ts'
import { enter, hasSecondFactor } from '../../accounts/enter.ts'
import { takeMailToken } from '../../accounts/mail-tokens.ts'
import { proveAddress } from '../../accounts/own-alone.ts'
import type { Visitor } from '../../accounts/start-session.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import type { EntryLimits } from '../../rate-limits.ts'
import { networkOf } from '../../rate-limits.ts'
import { claimGuest } from '../workshops/claim-guest.ts'
import { tellGone } from '../workshops/tell-gone.ts'

/**
 * Starts a session for whoever holds a mailed link ([A15]); a second factor is still asked for. The session proves
 * nothing of the kind of [A14].
 *
 * @throws AppError `too-late` when the link is good no longer; `too-many`.
 */
export async function signInByLink(
  deps: Deps,
  { token, visitor, limits }: { token: string; visitor: Visitor; limits: EntryLimits },
): Promise<Entered> {
  await limits.linkUse.take(networkOf(visitor.address))
  const { entered, claimed, actorId, wasNew } = await deps.store.tx(async (q) => {
    const now = deps.now()
    const { account } = await takeMailToken(q, { kind: 'sign-in', token, now })
    if (!deps.env.demo && account.email.endsWith('@demo.invalid')) {
      throw new AppError('too-late', 'This link was used already, or its time is over. Ask for a new one.')
    }
    const wasNew = await proveAddress(q, account, now)
    const waits = await hasSecondFactor(q, account.actorId)
    const claimed = waits ? null : await claimGuest(deps, q, account, visitor.sessionId)
    const entered = await enter(deps, q, account, visitor, { proved: false })
    return { entered, claimed, actorId: account.actorId, wasNew }
  })
  if (claimed) tellGone(deps, claimed)
  if (wasNew) deps.collab.reauthorise({ actorId })
  return entered
}
