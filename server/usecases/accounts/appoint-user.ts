import { and, eq, isNull } from 'drizzle-orm'
import { setUserRole } from '../../../db/queries/appointments.ts'
import { actors, sessions, users } from '../../../db/schema.ts'
import type { Q } from '../../../db/store.ts'
import { colourFor } from '../../../domain/access/colours.ts'
import { passwordProblem } from '../../../domain/access/password-rules.ts'
import type { Role } from '../../../domain/access/viewer.ts'
import { checkEmail, normalEmail } from '../../accounts/check-email.ts'
import { endMailTokens } from '../../accounts/mail-tokens.ts'
import { endBegun } from '../../accounts/own-alone.ts'
import { hashPassword } from '../../accounts/passwords.ts'
import { checkLine } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'

interface Appointment {
  email: string
  name: string | undefined
  role: Exclude<Role, 'guest'> | undefined
  password: string | undefined
}

interface Appointed {
  email: string
  role: string
  created: boolean
  /** What changed on an account that existed, in words. */
  changes: string[]
}

/**
 * Makes an account, or changes the name, role or password of one, on the word of whoever runs the machine; there is
 * no viewer to ask. A new account without a role is a contributor's; a new password ends the account's sessions.
 *
 * @throws AppError `bad-input` naming the field.
 */
export async function appointUser(
  deps: Pick<Deps, 'store' | 'now' | 'newId' | 'randomBytes'>,
  input: Appointment,
): Promise<Appointed> {
  const email = normalEmail(input.email)
  const name =
    input.name === undefined ? undefined : checkLine(input.name, { field: 'name', label: 'the name', limit: 'name' })
  const problem = input.password === undefined ? null : passwordProblem(input.password, [email, name ?? ''])
  if (problem) throw new AppError('bad-input', problem, 'password')
  const passwordHash = input.password === undefined ? undefined : await hashPassword(input.password)
  return deps.store.tx(async (q) => {
    const [account] = await q.select().from(users).where(eq(users.email, email))
    if (account) return change(deps, q, account, { name, role: input.role, passwordHash })
    if (name === undefined) throw new AppError('bad-input', 'A new account needs a name that others will see.', 'name')
    return create(deps, q, { email: checkEmail(email), name, role: input.role ?? 'contributor', passwordHash })
  })
}

type Account = typeof users.$inferSelect
type Clock = Pick<Deps, 'now' | 'newId' | 'randomBytes'>

async function create(
  deps: Clock,
  q: Q,
  {
    email,
    name,
    role,
    passwordHash,
  }: { email: string; name: string; role: Account['role']; passwordHash: string | undefined },
): Promise<Appointed> {
  const actorId = deps.newId()
  await q.insert(actors).values({ id: actorId, type: 'user', name, createdAt: deps.now() })
  const colour = colourFor(actorId)
  // Whoever runs the machine vouches for the address.
  const emailConfirmedAt = deps.now()
  await q
    .insert(users)
    .values({ actorId, email, passwordHash: passwordHash ?? null, role, colour, suspendedAt: null, emailConfirmedAt })
  await recordEvent(deps, q, {
    type: 'actor.signed-up',
    subject: `actor/${actorId}`,
    payload: { actorId, role },
    leaf: { name, email },
  })
  return { email, role, created: true, changes: [] }
}

async function change(
  deps: Clock,
  q: Q,
  account: Account,
  wish: { name: string | undefined; role: Account['role'] | undefined; passwordHash: string | undefined },
): Promise<Appointed> {
  const { actorId, email } = account
  const subject = `actor/${actorId}`
  const changes: string[] = []
  const [actor] = await q.select().from(actors).where(eq(actors.id, actorId))
  if (wish.name !== undefined && wish.name !== actor?.name) {
    await q.update(actors).set({ name: wish.name }).where(eq(actors.id, actorId))
    await recordEvent(deps, q, { type: 'actor.renamed', subject, payload: { actorId }, leaf: { name: wish.name } })
    changes.push(`now called ${wish.name}`)
  }
  if (wish.role !== undefined && wish.role !== account.role) {
    await setUserRole(q, actorId, wish.role)
    await recordEvent(deps, q, { type: 'actor.role-set', subject, payload: { actorId, role: wish.role } })
    changes.push(`now ${wish.role}, was ${account.role}`)
  }
  if (wish.passwordHash !== undefined) {
    await q.update(users).set({ passwordHash: wish.passwordHash }).where(eq(users.actorId, actorId))
    await q
      .update(sessions)
      .set({ revokedAt: deps.now() })
      .where(and(eq(sessions.actorId, actorId), isNull(sessions.revokedAt)))
    await endBegun(q, actorId)
    for (const kind of ['reset', 'sign-in'] as const) await endMailTokens(q, actorId, kind, deps.now())
    await recordEvent(deps, q, { type: 'actor.password-changed', subject, payload: { actorId } })
    changes.push('new password, sessions ended')
  }
  return { email, role: wish.role ?? account.role, created: false, changes }
}
