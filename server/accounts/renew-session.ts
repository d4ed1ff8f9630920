import { and, eq, isNull } from 'drizzle-orm'
import { sessions } from '../../db/schema.ts'
import { sessionEnd } from '../../domain/access/session-lifetime.ts'
import type { Role } from '../../domain/access/viewer.ts'
import type { Deps } from '../deps.ts'

/** A session in use is written back at most this often, so that reading does not mean writing. */
const every = 5 * 60 * 1000

/** Moves the idle end of a session that is being used ([A4]). */
export async function renewSession(
  deps: Deps,
  session: { sessionId: string; createdAt: number; lastSeenAt: number },
  role: Role,
): Promise<void> {
  const now = deps.now()
  if (now - session.lastSeenAt < every) return
  await deps.store.tx(async (q) => {
    await q
      .update(sessions)
      .set({ lastSeenAt: now, expiresAt: sessionEnd(role, session.createdAt, now) })
      .where(and(eq(sessions.id, session.sessionId), isNull(sessions.revokedAt)))
  })
}
