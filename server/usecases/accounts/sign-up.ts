import { eq } from 'drizzle-orm'
import { actors, users } from '../../../db/schema.ts'
import { colourFor } from '../../../domain/access/colours.ts'
import { passwordProblem } from '../../../domain/access/password-rules.ts'
import { checkEmail } from '../../accounts/check-email.ts'
import { hashPassword } from '../../accounts/passwords.ts'
import type { Visitor } from '../../accounts/start-session.ts'
import { checkLine } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import type { EntryLimits } from '../../rate-limits.ts'
import { networkOf } from '../../rate-limits.ts'
import { recordEvent } from '../../record/record-event.ts'

interface SignUpInput {
  email: string
  name: string
  password: string
  visitor: Visitor
  limits: EntryLimits
}

/**
 * Makes a contributor's account. Where the e-mail already has one, nothing changes and the answer is the same, so
 * that nobody learns who is here ([A6]); the next step for everybody is to sign in.
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
    if (taken) return
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
  })
}
