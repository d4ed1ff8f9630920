import { and, eq, like } from 'drizzle-orm'
import { users } from '../../../db/schema.ts'
import type { Visitor } from '../../accounts/start-session.ts'
import { startSession } from '../../accounts/start-session.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import type { EntryLimits } from '../../rate-limits.ts'
import { networkOf } from '../../rate-limits.ts'

/**
 * Continues as one of the demo accounts with one click; only while demo mode is on, only for those accounts ([A8]).
 *
 * @returns the `Set-Cookie` value.
 * @throws AppError `not-found` when demo mode is off or there is no such demo account.
 */
export async function signInAsDemo(
  deps: Deps,
  { actorId, visitor, limits }: { actorId: string; visitor: Visitor; limits: EntryLimits },
): Promise<{ cookie: string }> {
  await limits.demo.take(networkOf(visitor.address))
  return deps.store.tx(async (q) => {
    const [account] = deps.env.demo
      ? await q
          .select()
          .from(users)
          .where(and(eq(users.actorId, actorId), like(users.email, '%@demo.invalid')))
      : []
    if (!account)
      throw new AppError('not-found', 'There is no such demo account here. Sign in with e-mail and password.')
    return startSession(deps, q, account, visitor, { proved: true })
  })
}
