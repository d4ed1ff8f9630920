import { eq } from 'drizzle-orm'
import { users } from '../../../db/schema.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { verifyPassword } from '../../accounts/passwords.ts'
import { requireOwnSession } from '../../accounts/require-own-session.ts'
import { takeCode } from '../../accounts/second-factor.ts'
import type { Visitor } from '../../accounts/start-session.ts'
import { startSession } from '../../accounts/start-session.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import type { EntryLimits } from '../../rate-limits.ts'

/**
 * Takes the password, or a code of the second factor, once more for what asks for a fresh proof ([A14]), and renews the
 * session's token.
 *
 * @returns the `Set-Cookie` value.
 * @throws AppError `bad-input` when it is wrong; `too-many`; `signed-out` where the session ended meanwhile.
 */
export async function proveSelf(
  deps: Deps,
  viewer: Viewer | null,
  { password, code = '', visitor, limits }: { password: string; code?: string; visitor: Visitor; limits: EntryLimits },
): Promise<{ cookie: string }> {
  if (!viewer || !can(viewer, 'account.own', null)) throw new AppError('signed-out', 'Sign in first.')
  const { actorId } = viewer
  if (code.trim() !== '') return proveByCode(deps, { actorId, code, visitor, limits })
  if (password === '') throw new AppError('bad-input', 'Write your password.', 'password')
  await limits.password.take(actorId)
  const [account] = await deps.store.read.select().from(users).where(eq(users.actorId, actorId))
  if (!account || !(await verifyPassword(account.passwordHash, password))) {
    throw notYours()
  }
  await limits.password.forget(actorId)
  return deps.store.tx(async (q) => {
    await requireOwnSession(q, { actorId, sessionId: visitor.sessionId, now: deps.now() }, sessionOver)
    const [present] = await q.select().from(users).where(eq(users.actorId, actorId))
    // Checking a password takes long enough for it to be changed meanwhile.
    if (!present || present.passwordHash !== account.passwordHash) throw notYours()
    return startSession(deps, q, present, visitor, { proved: true })
  })
}

const notYours = () => new AppError('bad-input', 'This is not your password. Write it again.', 'password')
const sessionOver = 'You were signed out meanwhile. Sign in again.'

async function proveByCode(
  deps: Deps,
  { actorId, code, visitor, limits }: { actorId: string; code: string; visitor: Visitor; limits: EntryLimits },
): Promise<{ cookie: string }> {
  await limits.factor.take(actorId)
  const done = await deps.store.tx(async (q) => {
    await requireOwnSession(q, { actorId, sessionId: visitor.sessionId, now: deps.now() }, sessionOver)
    const [account] = await q.select().from(users).where(eq(users.actorId, actorId))
    if (!account || !(await takeCode(deps, q, { actorId, code }))) {
      throw new AppError('bad-input', 'This code does not count. Write the one that the app shows now.', 'code')
    }
    return startSession(deps, q, account, visitor, { proved: true })
  })
  await limits.factor.forget(actorId)
  return done
}
