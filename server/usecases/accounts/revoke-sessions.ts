import { and, eq, isNull, ne } from 'drizzle-orm'
import { sessions } from '../../../db/schema.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'

/** Either one session by its id, or all of them but the one that is asking. */
type Which = { sessionId: string } | { allBut: string | null }

/**
 * Ends sessions of the own account on other devices ([A3]).
 *
 * @returns how many ended; 0 when they had ended before.
 */
export async function revokeSessions(deps: Deps, viewer: Viewer | null, which: Which): Promise<{ ended: number }> {
  if (!viewer || !can(viewer, 'account.own', null)) throw new AppError('signed-out', 'Sign in to see your sessions.')
  const chosen =
    'sessionId' in which
      ? eq(sessions.id, which.sessionId)
      : which.allBut === null
        ? undefined
        : ne(sessions.id, which.allBut)
  const ended = await deps.store.tx((q) =>
    q
      .update(sessions)
      .set({ revokedAt: deps.now() })
      .where(and(eq(sessions.actorId, viewer.actorId), isNull(sessions.revokedAt), chosen))
      .returning({ id: sessions.id }),
  )
  if (ended.length > 0) deps.collab.reauthorise({ actorId: viewer.actorId })
  return { ended: ended.length }
}
