import { eq } from 'drizzle-orm'
import { users } from '../../../db/schema.ts'
import type { Q } from '../../../db/store.ts'
import { normalEmail } from '../../accounts/check-email.ts'
import type { Entered } from '../../accounts/enter.ts'
import { enter, hasSecondFactor } from '../../accounts/enter.ts'
import { verifyPassword } from '../../accounts/passwords.ts'
import type { Visitor } from '../../accounts/start-session.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import type { EntryLimits } from '../../rate-limits.ts'
import { networkOf } from '../../rate-limits.ts'
import { claimGuest } from '../workshops/claim-guest.ts'
import { tellGone } from '../workshops/tell-gone.ts'

interface SignInInput {
  email: string
  password: string
  visitor: Visitor
  limits: EntryLimits
}

/**
 * Starts a session for whoever knows the password. A wrong password and an unknown e-mail get the same answer after
 * the same work ([A6]); only failed attempts count against the limits ([A7]). What was said as a guest on the same
 * browser is theirs from then on ([J11]), after the code where one is asked for.
 *
 * @returns the `Set-Cookie` value, and whether a code of the second factor is still asked for.
 * @throws AppError `bad-input` when e-mail and password do not belong together; `too-many` with the seconds to wait.
 */
export async function signIn(deps: Deps, { password, visitor, limits, ...input }: SignInInput): Promise<Entered> {
  const email = normalEmail(input.email)
  if (email === '') throw new AppError('bad-input', 'Write the e-mail of your account.', 'email')
  if (password === '') throw new AppError('bad-input', 'Write your password.', 'password')
  const network = networkOf(visitor.address)
  await limits.address.take(network)
  await limits.account.take(email)

  const [account] = await deps.store.read.select().from(users).where(eq(users.email, email))
  const closed = !deps.env.demo && email.endsWith('@demo.invalid')
  const known = await verifyPassword(closed ? null : account?.passwordHash, password)
  if (!account || !known) throw doNotBelong()
  const { session, claimed } = await deps.store.tx(async (q) => {
    const present = await stillWith(q, account)
    const waits = await hasSecondFactor(q, present.actorId)
    const claimed = waits ? null : await claimGuest(deps, q, present, visitor.sessionId)
    return { session: await enter(deps, q, present, visitor, { proved: true }), claimed }
  })
  if (claimed) tellGone(deps, claimed)
  await limits.address.giveBack(network)
  await limits.account.forget(email)
  return session
}

const doNotBelong = () =>
  new AppError('bad-input', 'No account has this e-mail and password. Check both and try again.', 'password')

/** The account as it is now: checking a password takes long enough for it to be changed meanwhile ([A3]). */
async function stillWith(q: Q, { actorId, passwordHash, email }: typeof users.$inferSelect) {
  const [present] = await q.select().from(users).where(eq(users.actorId, actorId))
  if (!present || present.passwordHash !== passwordHash || present.email !== email) throw doNotBelong()
  return present
}
