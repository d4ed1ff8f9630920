import { and, eq, gt, isNull } from 'drizzle-orm'
import { sessions } from '../../db/schema.ts'
import type { Q } from '../../db/store.ts'
import { AppError } from '../errors.ts'
import type { Asking } from './require-fresh.ts'

/**
 * For acts that take time before their transaction, or that only a browser signed in to that very account may do: the
 * session is this account's, and is good at this moment.
 *
 * @param detail what the person is told to do.
 * @throws AppError `signed-out`.
 */
export async function requireOwnSession(q: Q, { actorId, sessionId, now }: Asking, detail: string): Promise<void> {
  const its = and(eq(sessions.actorId, actorId), isNull(sessions.revokedAt), gt(sessions.expiresAt, now))
  const good = sessionId !== null && (await q.$count(sessions, and(eq(sessions.id, sessionId), its))) > 0
  if (!good) throw new AppError('signed-out', detail)
}
