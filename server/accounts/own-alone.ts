import { and, eq, isNull } from 'drizzle-orm'
import { apiTokens, passkeys, proofChallenges, recoveryCodes, secondFactors, sessions, users } from '../../db/schema.ts'
import type { Q } from '../../db/store.ts'

/** Ends every session, half a sign-in and API token of an account; sockets follow with `reauthorise` after the commit ([A3]). */
export async function endEverywhere(q: Q, actorId: string, now: number): Promise<void> {
  await q
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(eq(sessions.actorId, actorId), isNull(sessions.revokedAt)))
  await q
    .update(apiTokens)
    .set({ revokedAt: now })
    .where(and(eq(apiTokens.actorId, actorId), isNull(apiTokens.revokedAt)))
  await endBegun(q, actorId)
}

/** Ends what was begun with an earlier proof: first steps of signing in, and passkeys that are being made ([A3]). */
export async function endBegun(q: Q, actorId: string): Promise<void> {
  await q.delete(proofChallenges).where(eq(proofChallenges.actorId, actorId))
}

/**
 * Notes that whoever acts reads the mail of the account's address. If nobody had proved that before, somebody else may
 * have made the account under this address and waited: whatever they hold to get in is taken away ([A15]).
 *
 * @returns whether it was so.
 */
export async function proveAddress(
  q: Q,
  { actorId, emailConfirmedAt }: { actorId: string; emailConfirmedAt: number | null },
  now: number,
): Promise<boolean> {
  if (emailConfirmedAt !== null) return false
  await q.update(users).set({ emailConfirmedAt: now, passwordHash: null }).where(eq(users.actorId, actorId))
  await endEverywhere(q, actorId, now)
  await q.delete(passkeys).where(eq(passkeys.actorId, actorId))
  await q.delete(secondFactors).where(eq(secondFactors.actorId, actorId))
  await q.delete(recoveryCodes).where(eq(recoveryCodes.actorId, actorId))
  return true
}
