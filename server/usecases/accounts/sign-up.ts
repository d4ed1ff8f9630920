import { eq } from 'drizzle-orm'
import { actors, users } from '../../../db/schema.ts'
import type { Q } from '../../../db/store.ts'
import { colourFor } from '../../../domain/access/colours.ts'
import { passwordProblem } from '../../../domain/access/password-rules.ts'
import { day } from '../../../domain/text/day.ts'
import { accountLetter } from '../../accounts/account-letter.ts'
import { checkEmail } from '../../accounts/check-email.ts'
import { hashPassword } from '../../accounts/passwords.ts'
import type { Visitor } from '../../accounts/start-session.ts'
import { checkLine } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { queueMail } from '../../mail/queue-mail.ts'
import type { EntryLimits } from '../../rate-limits.ts'
import { networkOf } from '../../rate-limits.ts'
import { recordEvent } from '../../record/record-event.ts'
import { mailConfirmation } from './confirm-email.ts'

interface SignUpInput {
  email: string
  name: string
  password: string
  visitor: Visitor
  limits: EntryLimits
}

/**
 * Makes a contributor's account. Where the e-mail already has one, nothing changes and the answer is the same, so
 * that nobody learns who is here ([A6]); the next step for everybody is to sign in. The address is written to in
 * either case.
 *
 * @throws AppError `bad-input` naming the field; `too-many` with the seconds to wait.
 */
export async function signUp(deps: Deps, input: SignUpInput): Promise<void> {
  const email = checkEmail(input.email)
  const name = checkLine(input.name, { field: 'name', label: 'the name that others will see', limit: 'name' })
  const problem = passwordProblem(input.password, [email, name])
  if (problem) throw new AppError('bad-input', problem, 'password')
  await input.limits.signUp.take(networkOf(input.visitor.address))

  const passwordHash = await hashPassword(input.password)
  await deps.store.tx(async (q) => {
    const [taken] = await q.select({ actorId: users.actorId }).from(users).where(eq(users.email, email))
    if (taken) return tellOwner(deps, q, taken)
    const actorId = deps.newId()
    await q.insert(actors).values({ id: actorId, type: 'user', name, createdAt: deps.now() })
    await q.insert(users).values({
      actorId,
      email,
      passwordHash,
      role: 'contributor',
      colour: colourFor(actorId),
      suspendedAt: null,
    })
    await recordEvent(deps, q, {
      type: 'actor.signed-up',
      subject: `actor/${actorId}`,
      payload: { actorId, role: 'contributor' },
      leaf: { name, email },
    })
    await mailConfirmation(deps, q, { actorId, email })
  })
}

/** Whoever has the account learns of it, once a day; whoever typed the e-mail does not. */
async function tellOwner(deps: Deps, q: Q, { actorId }: { actorId: string }): Promise<void> {
  const letter = await accountLetter(deps, q, {
    subject: 'You have an account already',
    says: ['Somebody, perhaps you, wanted to make an account with this address. It has one; nothing was changed.'],
    link: { label: 'Sign in', path: '/sign-in' },
    foot: 'If you forgot your password, ask there for a link to choose a new one.',
  })
  const key = `sign-up-again/${actorId}/${Math.floor(deps.now() / day)}`
  await queueMail(deps, q, { key, kind: 'account', to: { actorId }, letter })
}
