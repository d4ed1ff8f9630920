import { and, eq, isNull } from 'drizzle-orm'
import { sessions } from '../../../db/schema.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { endedSessionCookie } from '../../accounts/session-cookie.ts'
import type { Visitor } from '../../accounts/start-session.ts'
import type { Deps } from '../../deps.ts'

/** Ends the session of this browser, with its open sockets. Without a session it only clears the cookie. */
export async function signOut(deps: Deps, viewer: Viewer | null, visitor: Visitor): Promise<{ cookie: string }> {
  const { sessionId, secure } = visitor
  if (viewer && sessionId) {
    await deps.store.tx(async (q) => {
      await q
        .update(sessions)
        .set({ revokedAt: deps.now() })
        .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)))
    })
    deps.collab.reauthorise({ actorId: viewer.actorId })
  }
  return { cookie: endedSessionCookie(secure) }
}
