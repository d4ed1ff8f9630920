import { eq } from 'drizzle-orm'
import { users } from '../../../db/schema.ts'
import { mailLinks } from '../../../domain/access/mail-links.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { accountLetter, lifeInWords, mailLinkPath } from '../../accounts/account-letter.ts'
import { checkEmail } from '../../accounts/check-email.ts'
import { endMailTokens, issueMailToken, takeMailToken } from '../../accounts/mail-tokens.ts'
import { requireFresh } from '../../accounts/require-fresh.ts'
import { requireOwnSession } from '../../accounts/require-own-session.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { queueMail } from '../../mail/queue-mail.ts'
import type { EntryLimits } from '../../rate-limits.ts'
import { networkOf } from '../../rate-limits.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentRights } from './present-rights.ts'

/**
 * Asks the new address whether it is the person's; nothing changes before it says so ([A15]). An address that somebody
 * else has is written to, too, and the answer here is the same ([A6]).
 *
 * @throws AppError `bad-input` (email), `not-fresh`, `too-many`.
 */
export async function askForNewEmail(
  deps: Deps,
  viewer: Viewer | null,
  input: { email: string; sessionId: string | null; limits: EntryLimits },
): Promise<void> {
  if (!viewer || !can(viewer, 'account.own', null)) throw new AppError('signed-out', 'Sign in to change your e-mail.')
  const { actorId } = viewer
  const email = checkEmail(input.email)
  await deps.store.tx(async (q) => {
    const now = deps.now()
    await presentRights(q, viewer)
    await requireFresh(q, { actorId, sessionId: input.sessionId, now })
    await input.limits.newEmail.check(actorId)
    const [own] = await q.select({ email: users.email }).from(users).where(eq(users.actorId, actorId))
    if (own?.email === email) throw new AppError('bad-input', 'This is your e-mail already.', 'email')
    if (own?.email.endsWith('@demo.invalid')) {
      throw new AppError('bad-input', 'Demo accounts keep their e-mail.', 'email')
    }
    const [taken] = await q.select({ actorId: users.actorId }).from(users).where(eq(users.email, email))
    const token = await issueMailToken(deps, q, { kind: 'new-email', actorId, email })
    const letter = taken
      ? await accountLetter(deps, q, {
          subject: 'This address has an account already',
          says: ['Somebody wanted to use this address for another account. Nothing was changed.'],
          foot: 'You need do nothing.',
        })
      : await accountLetter(deps, q, {
          subject: 'Confirm your new e-mail',
          says: [`Use this address for your account? The link is good once, for ${lifeInWords('new-email')}.`],
          link: { label: 'Use this address', path: mailLinkPath('new-email', token) },
          foot: 'If you did not ask for this, do nothing: nothing changes then.',
        })
    const key = `new-email/${deps.newId()}`
    const worth = mailLinks['new-email'].life
    await queueMail(deps, q, { key, kind: 'account', to: { address: email }, letter, worth })
  })
  await input.limits.newEmail.take(actorId)
}

/**
 * Takes the new address, on the word of the link that was mailed there, and tells the old one. A way back is for an
 * address that was proved once: to another it would hand the account over ([A15]).
 *
 * @throws AppError `too-late` when the link is good no longer; `signed-out` on a browser that is not signed in to the
 *   account, so that nobody puts their account under the address of somebody who only pressed a button; `conflict`
 *   where somebody else took the address.
 */
export async function confirmNewEmail(deps: Deps, input: LinkInput): Promise<void> {
  await input.limits.linkUse.take(networkOf(input.address))
  await deps.store.tx(async (q) => {
    const now = deps.now()
    const { actorId, email, account } = await takeMailToken(q, { kind: 'new-email', token: input.token, now })
    await requireOwnSession(q, { actorId, sessionId: input.sessionId, now }, signInFirst)
    const [taken] = await q.select({ actorId: users.actorId }).from(users).where(eq(users.email, email))
    if (taken) throw new AppError('conflict', 'Another account has this address now. Choose another one.')
    await q.update(users).set({ email, emailConfirmedAt: now }).where(eq(users.actorId, actorId))
    for (const kind of ['reset', 'sign-in', 'confirm'] as const) await endMailTokens(q, actorId, kind, now)
    await recordEvent(deps, q, { type: 'actor.email-changed', subject: `actor/${actorId}`, payload: { actorId } })
    const proved = account.emailConfirmedAt !== null
    const back = proved ? await issueMailToken(deps, q, { kind: 'undo-email', actorId, email: account.email }) : null
    const letter = await accountLetter(deps, q, {
      subject: 'Your e-mail was changed',
      says: [
        'Your account uses another address from now on. This is the last mail to this one.',
        ...(back === null
          ? []
          : [
              `If you did not do this, take it back within ${lifeInWords('undo-email')}. That brings this address back, signs everybody out, and takes the password, and passkeys and codes made since, away.`,
            ]),
      ],
      ...(back === null ? {} : { link: { label: 'Take it back', path: mailLinkPath('undo-email', back) } }),
      foot: 'If you changed it yourself, you need do nothing.',
    })
    await queueMail(deps, q, {
      key: `email-changed/${deps.newId()}`,
      kind: 'account',
      to: { address: account.email },
      letter,
    })
  })
}

/** What is said where a link counts only together with the account's own session. */
export const signInFirst = 'Sign in to this account on this browser first, then open the link in the mail again.'

export interface LinkInput {
  token: string
  /** The session of the browser on which the link was opened, if any. */
  sessionId: string | null
  /** Network address, for limits only. */
  address: string
  limits: EntryLimits
}
