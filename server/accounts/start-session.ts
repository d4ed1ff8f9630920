import { and, eq, isNull } from 'drizzle-orm'
import { sessions } from '../../db/schema.ts'
import type { Q } from '../../db/store.ts'
import { sessionEnd } from '../../domain/access/session-lifetime.ts'
import type { Role } from '../../domain/access/viewer.ts'
import type { Deps } from '../deps.ts'
import { sessionCookie } from './session-cookie.ts'
import { newSecret } from './tokens.ts'

/** Where a request comes from, as far as signing in needs to know. */
export interface Visitor {
  /** The session that the request carried, if any. */
  sessionId: string | null
  /** The token between the two steps of signing in, if the browser holds one. */
  step?: string | null
  /** Network address, for rate limits only; never stored. */
  address: string
  /** Browser and system in words, as in "Firefox on Linux". */
  device: string
  /** Whether people reach the site by https. */
  secure: boolean
}

/**
 * Makes a new session in place of the visitor's old one and returns its cookie ([A1], [A2]).
 *
 * @param proved whether a password, a passkey or a code was given just now; a mailed link is not that ([A14]).
 */
export async function startSession(
  deps: Deps,
  q: Q,
  account: { actorId: string; role: Role },
  visitor: Visitor,
  { proved = false } = {},
): Promise<{ cookie: string }> {
  const { token, tokenHash } = newSecret(deps)
  const now = deps.now()
  if (visitor.sessionId) {
    await q
      .update(sessions)
      .set({ revokedAt: now })
      .where(and(eq(sessions.id, visitor.sessionId), isNull(sessions.revokedAt)))
  }
  await q.insert(sessions).values({
    id: deps.newId(),
    tokenHash,
    actorId: account.actorId,
    device: visitor.device,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: sessionEnd(account.role, now, now),
    revokedAt: null,
    freshAt: proved ? now : null,
  })
  return { cookie: sessionCookie(token, account.role, visitor.secure) }
}
