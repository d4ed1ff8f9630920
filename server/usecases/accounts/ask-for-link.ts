import { eq, lt } from 'drizzle-orm'
import { proofChallenges, users } from '../../../db/schema.ts'
import type { Q } from '../../../db/store.ts'
import { mailLinks } from '../../../domain/access/mail-links.ts'
import { accountLetter, lifeInWords, mailLinkPath } from '../../accounts/account-letter.ts'
import { checkEmail } from '../../accounts/check-email.ts'
import { issueMailToken } from '../../accounts/mail-tokens.ts'
import type { Visitor } from '../../accounts/start-session.ts'
import { newSecret } from '../../accounts/tokens.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { queueMail } from '../../mail/queue-mail.ts'
import type { EntryLimits } from '../../rate-limits.ts'
import { networkOf } from '../../rate-limits.ts'

const words = {
  'sign-in': {
    subject: 'Your link to sign in',
    says: 'Somebody, probably you, asked for a link to sign in.',
    label: 'Sign in',
  },
  reset: {
    subject: 'Choose a new password',
    says: 'Somebody, probably you, asked to choose a new password. Doing so signs you out everywhere.',
    label: 'Choose a new password',
  },
} as const

/**
 * Mails a link to sign in or to choose a new password, if there is an account; the answer and the work are the same if
 * there is none ([A6], [A15]).
 *
 * @throws AppError `bad-input` when it is no e-mail; `too-many` with the seconds to wait.
 */
export async function askForLink(
  deps: Deps,
  input: { email: string; kind: string; visitor: Visitor; limits: EntryLimits },
): Promise<void> {
  const kind = input.kind === 'reset' || input.kind === 'sign-in' ? input.kind : null
  if (kind === null) throw new AppError('bad-input', 'Choose which link you need.')
  const email = checkEmail(input.email)
  await input.limits.linkAddress.take(networkOf(input.visitor.address))
  await input.limits.linkAccount.take(email)
  await deps.store.tx(async (q) => {
    const [account] = await q.select().from(users).where(eq(users.email, email))
    if (account) await mailLink(deps, q, { kind, actorId: account.actorId, email })
    else await writeAsMuch(deps, q)
  })
}

async function mailLink(
  deps: Deps,
  q: Q,
  { kind, actorId, email }: { kind: keyof typeof words; actorId: string; email: string },
): Promise<void> {
  const token = await issueMailToken(deps, q, { kind, actorId, email })
  const { subject, says, label } = words[kind]
  const letter = await accountLetter(deps, q, {
    subject,
    says: [`${says} The link is good once, for ${lifeInWords(kind)}.`],
    link: { label, path: mailLinkPath(kind, token) },
    foot: 'If it was not you, do nothing: without the link nobody gets in, and the link is in this mail alone.',
  })
  const key = `${kind}/${deps.newId()}`
  await queueMail(deps, q, { key, kind: 'account', to: { actorId }, letter, worth: mailLinks[kind].life })
}

/** A commit costs time that can be measured from outside: one is made for an e-mail without an account, too. */
async function writeAsMuch(deps: Deps, q: Q): Promise<void> {
  const now = deps.now()
  const { tokenHash } = newSecret(deps)
  await q.delete(proofChallenges).where(lt(proofChallenges.expiresAt, now))
  await q.insert(proofChallenges).values({ hash: tokenHash, kind: 'second-step', actorId: null, expiresAt: now - 1 })
}
