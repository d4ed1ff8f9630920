import { and, eq, gt } from 'drizzle-orm'
import { proofChallenges, users } from '../../../db/schema.ts'
import type { Q } from '../../../db/store.ts'
import { sha256Hex } from '../../../domain/record/hash.ts'
import { takeCode } from '../../accounts/second-factor.ts'
import type { Visitor } from '../../accounts/start-session.ts'
import { startSession } from '../../accounts/start-session.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import type { EntryLimits } from '../../rate-limits.ts'
import { claimGuest } from '../workshops/claim-guest.ts'
import { tellGone } from '../workshops/tell-gone.ts'

/**
 * The second step of signing in: takes the code on the browser that passed the first one ([A17]). What was said there
 * as a guest is the account's from then on ([J11]).
 *
 * @returns the `Set-Cookie` value.
 * @throws AppError `too-late` when the first step is too long ago or was another browser's; `bad-input` (code);
 *   `too-many`.
 */
export async function finishSignIn(
  deps: Deps,
  { code, visitor, limits }: { code: string; visitor: Visitor; limits: EntryLimits },
): Promise<{ cookie: string }> {
  const seen = await findStep(deps.store.read, visitor, deps.now())
  if (!seen?.actorId) throw new AppError('too-late', 'Sign in again: the first step was more than ten minutes ago.')
  const { actorId, hash } = seen
  await limits.factor.take(actorId)
  const { cookie, claimed } = await deps.store.tx(async (q) => {
    const [account] = await q.select().from(users).where(eq(users.actorId, actorId))
    if (!account || !(await takeCode(deps, q, { actorId, code }))) {
      throw new AppError('bad-input', 'This code does not count. Write the one that the app shows now.', 'code')
    }
    const used = await q.delete(proofChallenges).where(eq(proofChallenges.hash, hash)).returning()
    if (used.length === 0) throw new AppError('too-late', 'Sign in again: this step was used already.')
    const claimed = await claimGuest(deps, q, account, visitor.sessionId)
    return { ...(await startSession(deps, q, account, visitor, { proved: true })), claimed }
  })
  if (claimed) tellGone(deps, claimed)
  await limits.factor.forget(actorId)
  return { cookie }
}

/** Whether this browser passed the first step lately. */
export async function awaitsCode(deps: Deps, visitor: Visitor): Promise<boolean> {
  return (await findStep(deps.store.read, visitor, deps.now())) !== undefined
}

async function findStep(q: Q, { step }: Visitor, now: number) {
  if (!step) return undefined
  const [row] = await q
    .select()
    .from(proofChallenges)
    .where(
      and(
        eq(proofChallenges.hash, sha256Hex(step)),
        eq(proofChallenges.kind, 'second-step'),
        gt(proofChallenges.expiresAt, now),
      ),
    )
  return row
}
