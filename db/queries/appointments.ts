import { and, eq, isNotNull, isNull, lte } from 'drizzle-orm'
import { sessionEnd } from '../../domain/access/session-lifetime.ts'
import type { Role } from '../../domain/access/viewer.ts'
import { sessions, users } from '../schema.ts'
import type { Q } from '../store.ts'

/** What somebody's account is and may at this moment. */
export async function findStanding(q: Q, actorId: string) {
  const [row] = await q
    .select({
      actorId: users.actorId,
      role: users.role,
      suspendedAt: users.suspendedAt,
      suspendedUntil: users.suspendedUntil,
    })
    .from(users)
    .where(eq(users.actorId, actorId))
  return row
}

/** Gives an account a role; sessions that live longer than this role's do ([A4]) end earlier from then on. */
export async function setUserRole(q: Q, actorId: string, role: Exclude<Role, 'guest'>): Promise<void> {
  await q.update(users).set({ role }).where(eq(users.actorId, actorId))
  const open = await q
    .select()
    .from(sessions)
    .where(and(eq(sessions.actorId, actorId), isNull(sessions.revokedAt)))
  for (const { id, createdAt, lastSeenAt, expiresAt } of open) {
    const end = sessionEnd(role, createdAt, lastSeenAt)
    if (end < expiresAt) await q.update(sessions).set({ expiresAt: end }).where(eq(sessions.id, id))
  }
}

/** @param until null where somebody must lift it. */
export async function suspendUser(q: Q, actorId: string, { at, until }: { at: number; until: number | null }) {
  await q.update(users).set({ suspendedAt: at, suspendedUntil: until }).where(eq(users.actorId, actorId))
}

export async function liftUser(q: Q, actorId: string): Promise<void> {
  await q.update(users).set({ suspendedAt: null, suspendedUntil: null }).where(eq(users.actorId, actorId))
}

/** Ends a suspension whose time is over. @returns whether there was one. */
export async function liftWhenOver(q: Q, actorId: string, now: number): Promise<boolean> {
  const rows = await q
    .update(users)
    .set({ suspendedAt: null, suspendedUntil: null })
    .where(and(eq(users.actorId, actorId), isNotNull(users.suspendedAt), lte(users.suspendedUntil, now)))
    .returning({ actorId: users.actorId })
  return rows.length > 0
}
