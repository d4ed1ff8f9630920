import { and, eq, isNull, ne } from 'drizzle-orm'
import { sessions, users } from '../../../db/schema.ts'
import { passwordProblem } from '../../../domain/access/password-rules.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { endMailTokens } from '../../accounts/mail-tokens.ts'
import { endBegun } from '../../accounts/own-alone.ts'
import { hashPassword, verifyPassword } from '../../accounts/passwords.ts'
import { requireOwnSession } from '../../accounts/require-own-session.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import type { EntryLimits } from '../../rate-limits.ts'
import { recordEvent } from '../../record/record-event.ts'

interface ChangePasswordInput {
  current: string
  password: string
  /** The session that is asking; it stays. */
  sessionId: string | null
  limits: EntryLimits
}

/**
 * Gives the own account a new password, and ends its other sessions and the mailed links that let somebody in
 * ([A3], [A5]).
 *
 * @throws AppError `bad-input` when the present password is wrong or the new one is poor; `too-many`; `signed-out`
 *   where the session ended meanwhile.
 */
export async function changePassword(deps: Deps, viewer: Viewer | null, input: ChangePasswordInput): Promise<void> {
  if (!viewer || !can(viewer, 'account.own', null)) throw new AppError('signed-out', 'Sign in to change your password.')
  const { actorId } = viewer
  await input.limits.password.take(actorId)
  const [account] = await deps.store.read.select().from(users).where(eq(users.actorId, actorId))
  if (!(await verifyPassword(account?.passwordHash, input.current))) {
    throw notPresent()
  }
  await input.limits.password.forget(actorId)
  const problem = passwordProblem(input.password, [account?.email ?? '', viewer.name])
  if (problem) throw new AppError('bad-input', problem, 'password')

  const passwordHash = await hashPassword(input.password)
  await deps.store.tx(async (q) => {
    const now = deps.now()
    await requireOwnSession(
      q,
      { actorId, sessionId: input.sessionId, now },
      'You were signed out meanwhile. Sign in again.',
    )
    const [present] = await q.select({ passwordHash: users.passwordHash }).from(users).where(eq(users.actorId, actorId))
    // Checking a password takes long enough for it to be changed meanwhile.
    if (!present || present.passwordHash !== account?.passwordHash) throw notPresent()
    await q.update(users).set({ passwordHash }).where(eq(users.actorId, actorId))
    await q
      .update(sessions)
      .set({ revokedAt: now })
      .where(
        and(
          eq(sessions.actorId, actorId),
          isNull(sessions.revokedAt),
          input.sessionId === null ? undefined : ne(sessions.id, input.sessionId),
        ),
      )
    await endBegun(q, actorId)
    for (const kind of ['reset', 'sign-in'] as const) await endMailTokens(q, actorId, kind, now)
    await recordEvent(deps, q, {
      type: 'actor.password-changed',
      subject: `actor/${actorId}`,
      payload: { actorId },
    })
  })
  deps.collab.reauthorise({ actorId })
}

const notPresent = () => new AppError('bad-input', 'This is not your present password. Write it again.', 'current')
