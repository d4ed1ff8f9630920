import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import { apiTokens, sessions, users } from '../../db/schema.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { isModerator } from '../../domain/access/viewer.ts'
import { isGuarded } from '../accounts/enter.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { myPositions } from './my-positions.ts'

/** What `/account` shows: the own account, where it is signed in, and its API tokens. */
export async function accountPage(deps: Deps, viewer: Viewer | null, { sessionId }: { sessionId: string | null }) {
  if (!viewer || !can(viewer, 'account.own', null)) throw new AppError('signed-out', 'Sign in to see your account.')
  const now = deps.now()
  const [account] = await deps.store.read
    .select({ email: users.email, role: users.role, emailConfirmedAt: users.emailConfirmedAt })
    .from(users)
    .where(eq(users.actorId, viewer.actorId))
  const devices = await deps.store.read
    .select({
      id: sessions.id,
      device: sessions.device,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      expiresAt: sessions.expiresAt,
    })
    .from(sessions)
    .where(and(eq(sessions.actorId, viewer.actorId), isNull(sessions.revokedAt), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.lastSeenAt))
  const tokens = await deps.store.read
    .select({
      id: apiTokens.id,
      name: apiTokens.name,
      createdAt: apiTokens.createdAt,
      expiresAt: apiTokens.expiresAt,
    })
    .from(apiTokens)
    .where(and(eq(apiTokens.actorId, viewer.actorId), isNull(apiTokens.revokedAt), gt(apiTokens.expiresAt, now)))
    .orderBy(desc(apiTokens.createdAt))
  return {
    name: viewer.name,
    email: account?.email ?? '',
    role: account?.role ?? viewer.role,
    confirmed: account?.emailConfirmedAt != null,
    /** Whoever moderates without a second factor is asked to take one. */
    unguarded: isModerator(viewer) && !(await isGuarded(deps.store.read, viewer.actorId)),
    suspended: viewer.suspended,
    mayMakeTokens: can(viewer, 'token.create', null),
    sessions: devices.map((device) => ({ ...device, own: device.id === sessionId })),
    tokens,
    positions: await myPositions(deps.store.read, viewer.actorId),
  }
}
