import { eq } from 'drizzle-orm'
import { findActorName } from '../../../db/queries/actors.ts'
import { users } from '../../../db/schema.ts'
import { passwordProblem } from '../../../domain/access/password-rules.ts'
import { accountLetter } from '../../accounts/account-letter.ts'
import { endMailTokens, lookAtMailToken, takeMailToken } from '../../accounts/mail-tokens.ts'
import { endEverywhere, proveAddress } from '../../accounts/own-alone.ts'
import { hashPassword } from '../../accounts/passwords.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { queueMail } from '../../mail/queue-mail.ts'
import type { EntryLimits } from '../../rate-limits.ts'
import { networkOf } from '../../rate-limits.ts'
import { recordEvent } from '../../record/record-event.ts'

/**
 * Gives an account a new password on the word of a mailed link, and ends its sessions, API tokens and sockets ([A15]).
 * It signs nobody in: a second factor is still asked for.
 *
 * @throws AppError `bad-input` when the password is poor, which leaves the link good; `too-late`; `too-many`.
 */
export async function resetPassword(
  deps: Deps,
  { token, password, address, limits }: { token: string; password: string; address: string; limits: EntryLimits },
): Promise<void> {
  await limits.linkUse.take(networkOf(address))
  const seen = await lookAtMailToken(deps.store.read, { kind: 'reset', token, now: deps.now() })
  if (seen) {
    const name = await findActorName(deps.store.read, seen.actorId)
    const problem = passwordProblem(password, [seen.account.email, name])
    if (problem) throw new AppError('bad-input', problem, 'password')
  }
  const passwordHash = await hashPassword(password)
  const { actorId } = await deps.store.tx(async (q) => {
    const now = deps.now()
    const { actorId, account } = await takeMailToken(q, { kind: 'reset', token, now })
    await proveAddress(q, account, now)
    await q.update(users).set({ passwordHash }).where(eq(users.actorId, actorId))
    await endEverywhere(q, actorId, now)
    await endMailTokens(q, actorId, 'sign-in', now)
    await recordEvent(deps, q, {
      type: 'actor.password-changed',
      subject: `actor/${actorId}`,
      payload: { actorId },
    })
    const letter = await accountLetter(deps, q, {
      subject: 'Your password was changed',
      says: [
        'A new password was chosen with a link from a mail to this address. You are signed out everywhere, and API tokens are revoked.',
        'Passkeys stay. Look through them at your account if you do not know why this happened.',
      ],
      link: { label: 'Sign-in and security', path: '/account/security' },
      foot: 'If it was not you, somebody reads your mail: change its password first, then ask for a new one here.',
    })
    await queueMail(deps, q, { key: `password/${deps.newId()}`, kind: 'account', to: { actorId }, letter })
    return { actorId }
  })
  deps.collab.reauthorise({ actorId })
}
