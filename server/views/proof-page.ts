import { eq } from 'drizzle-orm'
import { users } from '../../db/schema.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { hasSecondFactor } from '../accounts/enter.ts'
import { askedFreshly } from '../accounts/require-fresh.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'

/** What `/account/confirm` shows: whether this session is proved, and how it can be ([A14]). */
export async function proofPage(deps: Deps, viewer: Viewer | null, { sessionId }: { sessionId: string | null }) {
  if (!viewer || !can(viewer, 'account.own', null)) throw new AppError('signed-out', 'Sign in first.')
  const { actorId } = viewer
  const [account] = await deps.store.read
    .select({ passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.actorId, actorId))
  return {
    fresh: await askedFreshly(deps.store.read, { actorId, sessionId, now: deps.now() }),
    hasPassword: account?.passwordHash != null,
    hasFactor: await hasSecondFactor(deps.store.read, actorId),
  }
}
