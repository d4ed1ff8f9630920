import { and, asc, eq } from 'drizzle-orm'
import { actors, publicationApprovals } from '../schema.ts'
import type { Q } from '../store.ts'

export type ApprovalRow = typeof publicationApprovals.$inferSelect

/** Who agreed to the publication of exactly this text, first first, by name. */
export async function listApprovals(q: Q, { draftId, snapshotId }: Pick<ApprovalRow, 'draftId' | 'snapshotId'>) {
  return q
    .select({
      actorId: publicationApprovals.actorId,
      name: actors.name,
      note: publicationApprovals.note,
      at: publicationApprovals.at,
    })
    .from(publicationApprovals)
    .innerJoin(actors, eq(actors.id, publicationApprovals.actorId))
    .where(and(eq(publicationApprovals.draftId, draftId), eq(publicationApprovals.snapshotId, snapshotId)))
    .orderBy(asc(publicationApprovals.at))
}

/** @returns false where the same person agreed to this text before. */
export async function insertApproval(q: Q, approval: ApprovalRow): Promise<boolean> {
  const rows = await q.insert(publicationApprovals).values(approval).onConflictDoNothing().returning()
  return rows.length > 0
}
