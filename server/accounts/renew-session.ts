import { and, eq, isNull } from 'drizzle-orm'
import { sessions } from '../../db/schema.ts'
import { sessionEnd } from '../../domain/access/session-lifetime.ts'
import type { Role } from '../../domain/access/viewer.ts'
import type { Deps } from '../deps.ts'
import { writtenTogether } from '../write-together.ts'

/** A session in use is written back at most this often, so that reading does not mean writing. */
const every = 5 * 60 * 1000

const write = writtenTogether<{ id: string; lastSeenAt: number; expiresAt: number }>(100, async (q, renewed) => {
  for (const { id, ...times } of renewed) {
    await q
      .update(sessions)
      .set(times)
      .where(and(eq(sessions.id, id), isNull(sessions.revokedAt)))
  }
})

/** Moves the idle end of a session that is being used ([A4]). */
export async function renewSession(
  deps: Deps,
  session: { sessionId: string; createdAt: number; lastSeenAt: number },
  role: Role,
): Promise<void> {
  const now = deps.now()
  if (now - session.lastSeenAt < every) return
  await write(deps, session.sessionId, {
    id: session.sessionId,
    lastSeenAt: now,
    expiresAt: sessionEnd(role, session.createdAt, now),
  })
}
