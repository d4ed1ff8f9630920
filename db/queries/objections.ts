import { and, asc, count, eq } from 'drizzle-orm'
import { actors, objections } from '../schema.ts'
import type { Q } from '../store.ts'

export type ObjectionRow = typeof objections.$inferSelect

const begun = {
  standInId: null,
  standInSince: null,
  standInNamed: null,
  standInAskedBy: null,
  standInAskedAt: null,
  standInSettledBy: null,
  disposition: 'open',
  reason: null,
  minorityNote: null,
  noteBy: null,
  disposedBy: null,
  disposedAt: null,
  takenUpAt: null,
} as const satisfies Partial<ObjectionRow>

type Later = keyof typeof begun

/** Inserts an objection as it begins: open, with nothing decided about it yet. */
export async function insertObjection(q: Q, objection: Omit<ObjectionRow, Later>): Promise<ObjectionRow> {
  const row: ObjectionRow = { ...objection, ...begun }
  await q.insert(objections).values(row)
  return row
}

export async function findObjection(q: Q, id: string): Promise<ObjectionRow | undefined> {
  const [row] = await q.select().from(objections).where(eq(objections.id, id))
  return row
}

export async function updateObjection(
  q: Q,
  id: string,
  change: Partial<Pick<ObjectionRow, Later | 'sealed'>>,
): Promise<void> {
  await q.update(objections).set(change).where(eq(objections.id, id))
}

/** Objections to a draft with the names of their owners, oldest first; sealed ones too: filter with `isShownTo`. */
export async function listDraftObjections(q: Q, draftId: string) {
  return q
    .select({ objection: objections, owner: actors.name })
    .from(objections)
    .leftJoin(actors, eq(actors.id, objections.ownerId))
    .where(eq(objections.draftId, draftId))
    .orderBy(asc(objections.createdAt))
}

/** How many objections of a draft have no disposition yet; sealed ones count ([O7]). */
export async function countOpenObjections(q: Q, draftId: string): Promise<number> {
  const [row] = await q
    .select({ n: count() })
    .from(objections)
    .where(and(eq(objections.draftId, draftId), eq(objections.disposition, 'open')))
  return row?.n ?? 0
}

/**
 * Shows what was sealed with the votes of a ballot; call it in the transaction that closes the ballot. One that was
 * withdrawn before anybody saw it stays sealed.
 */
export async function unsealObjections(q: Q, ballotId: string): Promise<void> {
  await q
    .update(objections)
    .set({ sealed: false })
    .where(and(eq(objections.ballotId, ballotId), eq(objections.disposition, 'open')))
}

/** Objections made with votes of one ballot, with the names of their owners; sealed ones too: filter with `isShownTo`. */
export async function listBallotObjections(q: Q, ballotId: string) {
  return q
    .select({ objection: objections, owner: actors.name })
    .from(objections)
    .leftJoin(actors, eq(actors.id, objections.ownerId))
    .where(eq(objections.ballotId, ballotId))
    .orderBy(asc(objections.createdAt), asc(objections.id))
}
