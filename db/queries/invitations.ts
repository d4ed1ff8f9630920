import { and, desc, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import { actors, invitations, invitationUses } from '../schema.ts'
import type { Q } from '../store.ts'

export type InvitationRow = typeof invitations.$inferSelect

export async function insertInvitation(q: Q, row: InvitationRow): Promise<void> {
  await q.insert(invitations).values(row)
}

export async function findInvitation(
  q: Q,
  by: { id: string } | { tokenHash: string },
): Promise<InvitationRow | undefined> {
  const [row] = await q
    .select()
    .from(invitations)
    .where('id' in by ? eq(invitations.id, by.id) : eq(invitations.tokenHash, by.tokenHash))
  return row
}

export async function revokeRow(q: Q, id: string, at: number): Promise<void> {
  await q
    .update(invitations)
    .set({ revokedAt: at })
    .where(and(eq(invitations.id, id), isNull(invitations.revokedAt)))
}

/** Uses a link for one more person, if it is still good. @returns whether it was. */
export async function takeUse(q: Q, id: string, actorId: string, now: number): Promise<boolean> {
  const rows = await q
    .update(invitations)
    .set({ used: sql`${invitations.used} + 1` })
    .where(
      and(
        eq(invitations.id, id),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, now),
        lt(invitations.used, invitations.most),
      ),
    )
    .returning({ id: invitations.id })
  if (rows.length === 0) return false
  await q.insert(invitationUses).values({ invitationId: id, actorId, at: now })
  return true
}

export async function hasUsed(q: Q, id: string, actorId: string): Promise<boolean> {
  const [row] = await q
    .select({ at: invitationUses.at })
    .from(invitationUses)
    .where(and(eq(invitationUses.invitationId, id), eq(invitationUses.actorId, actorId)))
  return row !== undefined
}

/** Links of a draft, or (null) of the site, with who made them, the latest first. At most 100. */
export async function listInvitations(q: Q, draftId: string | null) {
  return q
    .select({
      id: invitations.id,
      role: invitations.role,
      createdAt: invitations.createdAt,
      expiresAt: invitations.expiresAt,
      most: invitations.most,
      used: invitations.used,
      revokedAt: invitations.revokedAt,
      by: actors.name,
    })
    .from(invitations)
    .innerJoin(actors, eq(actors.id, invitations.createdBy))
    .where(draftId === null ? isNull(invitations.draftId) : eq(invitations.draftId, draftId))
    .orderBy(desc(invitations.createdAt))
    .limit(100)
}
