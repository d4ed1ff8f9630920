import { and, eq } from 'drizzle-orm'
import type { DraftThing } from '../../domain/access/policy.ts'
import { draftMembers, drafts } from '../schema.ts'
import type { Q } from '../store.ts'

export type DraftRow = typeof drafts.$inferSelect

export async function findDraft(q: Q, id: string): Promise<DraftRow | undefined> {
  const [row] = await q.select().from(drafts).where(eq(drafts.id, id))
  return row
}

/**
 * A draft together with what the access rules need to know of it for one viewer.
 *
 * @param actorId null for a signed-out reader.
 */
export async function findDraftFor(
  q: Q,
  id: string,
  actorId: string | null,
): Promise<{ draft: DraftRow; thing: DraftThing } | undefined> {
  const draft = await findDraft(q, id)
  if (!draft) return undefined
  const [member] =
    actorId === null
      ? []
      : await q
          .select({ role: draftMembers.role })
          .from(draftMembers)
          .where(and(eq(draftMembers.draftId, id), eq(draftMembers.actorId, actorId)))
  return { draft, thing: toDraftThing(draft, member?.role ?? null) }
}

export function toDraftThing(draft: DraftRow, memberRole: DraftThing['memberRole']): DraftThing {
  const { state, visibility, writing, ownerId, deletedAt } = draft
  return { state, visibility, writing, ownerId, deleted: deletedAt !== null, memberRole }
}
