import { and, desc, eq, gt } from 'drizzle-orm'
import { dataExports, users } from '../../db/schema.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { askedFreshly } from '../accounts/require-fresh.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'

/** What `/account/data` shows: copies of the own data, and what deleting would do. */
export async function dataPage(deps: Deps, viewer: Viewer | null, { sessionId }: { sessionId: string | null }) {
  if (!viewer || !can(viewer, 'account.own', null)) throw new AppError('signed-out', 'Sign in to see your data.')
  const { actorId } = viewer
  const now = deps.now()
  const q = deps.store.read
  const [account] = await q.select({ email: users.email }).from(users).where(eq(users.actorId, actorId))
  const copies = await q
    .select({
      id: dataExports.id,
      askedAt: dataExports.askedAt,
      madeAt: dataExports.madeAt,
      expiresAt: dataExports.expiresAt,
    })
    .from(dataExports)
    .where(and(eq(dataExports.actorId, actorId), gt(dataExports.expiresAt, now)))
    .orderBy(desc(dataExports.askedAt))
  return { fresh: await askedFreshly(q, { actorId, sessionId, now }), email: account?.email ?? '', copies }
}
