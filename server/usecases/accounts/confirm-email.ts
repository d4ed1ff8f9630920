import { eq } from 'drizzle-orm'
import { users } from '../../../db/schema.ts'
import type { Q } from '../../../db/store.ts'
import { mailLinks } from '../../../domain/access/mail-links.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { accountLetter, lifeInWords, mailLinkPath } from '../../accounts/account-letter.ts'
import { issueMailToken, takeMailToken } from '../../accounts/mail-tokens.ts'
import { requireOwnSession } from '../../accounts/require-own-session.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { queueMail } from '../../mail/queue-mail.ts'
import type { EntryLimits } from '../../rate-limits.ts'
import { networkOf } from '../../rate-limits.ts'
import type { LinkInput } from './change-email.ts'
import { signInFirst } from './change-email.ts'

/** Mails the link with which the address of a new account is confirmed ([A15]). */
export async function mailConfirmation(
  deps: Deps,
  q: Q,
  { actorId, email }: { actorId: string; email: string },
): Promise<void> {
  const token = await issueMailToken(deps, q, { kind: 'confirm', actorId, email })
  const letter = await accountLetter(deps, q, {
    subject: 'Confirm your e-mail',
    says: [
      `An account was made with this address. Is it yours? Sign in, then use the link. It is good for ${lifeInWords('confirm')}.`,
    ],
    link: { label: 'Confirm this address', path: mailLinkPath('confirm', token) },
    foot: 'If you made no account, do nothing. Whoever did cannot read your mail, and you can have the account by asking for a new password.',
  })
  const key = `confirm/${deps.newId()}`
  await queueMail(deps, q, { key, kind: 'account', to: { actorId }, letter, worth: mailLinks.confirm.life })
}

/**
 * Confirms the address of an account, on the word of the link, on a browser that is signed in to it: somebody else's
 * password and passkeys do not become good by a press of whoever only reads the mail ([A15]).
 *
 * @throws AppError `too-late`, `too-many`; `signed-out`, which leaves the link good.
 */
export async function confirmEmail(deps: Deps, { token, sessionId, address, limits }: LinkInput): Promise<void> {
  await limits.linkUse.take(networkOf(address))
  await deps.store.tx(async (q) => {
    const now = deps.now()
    const { actorId } = await takeMailToken(q, { kind: 'confirm', token, now })
    await requireOwnSession(
      q,
      { actorId, sessionId, now },
      `${signInFirst} If you do not know its password, ask for a new one: the account is yours alone then.`,
    )
    await q.update(users).set({ emailConfirmedAt: now }).where(eq(users.actorId, actorId))
  })
}

/** Mails the confirming link again. @throws AppError `conflict` when it is confirmed; `too-many`. */
export async function askForConfirmation(
  deps: Deps,
  viewer: Viewer | null,
  { limits }: { limits: EntryLimits },
): Promise<void> {
  if (!viewer || !can(viewer, 'account.own', null)) throw new AppError('signed-out', 'Sign in first.')
  const { actorId } = viewer
  await limits.newEmail.take(actorId)
  await deps.store.tx(async (q) => {
    const [account] = await q.select().from(users).where(eq(users.actorId, actorId))
    if (!account) throw new AppError('signed-out', 'Sign in first.')
    if (account.emailConfirmedAt !== null) throw new AppError('conflict', 'Your e-mail is confirmed already.')
    await mailConfirmation(deps, q, account)
  })
}
