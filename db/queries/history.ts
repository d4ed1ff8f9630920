import { and, desc, eq, inArray, lt } from 'drizzle-orm'
import { actors, draftMoments, users, versions } from '../schema.ts'
import type { Q } from '../store.ts'

export type MomentRow = typeof draftMoments.$inferSelect

/** Named moments of a draft, latest first. At most 500. */
export async function listMoments(q: Q, draftId: string): Promise<(MomentRow & { by: string })[]> {
  const rows = await q
    .select({ moment: draftMoments, by: actors.name })
    .from(draftMoments)
    .innerJoin(actors, eq(actors.id, draftMoments.actorId))
    .where(eq(draftMoments.draftId, draftId))
    .orderBy(desc(draftMoments.createdAt))
    .limit(500)
  return rows.map(({ moment, by }) => ({ ...moment, by }))
}

export async function findMomentNamed(q: Q, draftId: string, name: string): Promise<MomentRow | undefined> {
  const [row] = await q
    .select()
    .from(draftMoments)
    .where(and(eq(draftMoments.draftId, draftId), eq(draftMoments.name, name)))
  return row
}

export async function insertMoment(q: Q, moment: MomentRow): Promise<void> {
  await q.insert(draftMoments).values(moment)
}

export interface PersonRow {
  name: string
  colour: string | null
}

/** Names and colours of actors, by id. */
export async function listPeople(q: Q, ids: readonly string[]): Promise<Map<string, PersonRow>> {
  if (ids.length === 0) return new Map()
  const rows = await q
    .select({ id: actors.id, name: actors.name, colour: users.colour })
    .from(actors)
    .leftJoin(users, eq(users.actorId, actors.id))
    .where(inArray(actors.id, [...ids]))
  return new Map(rows.map(({ id, ...person }) => [id, person]))
}

/** Versions published from a draft before a time, latest first. */
export async function listVersionsOfDraft(q: Q, draftId: string, before: number) {
  return q
    .select({ n: versions.n, at: versions.publishedAt, name: actors.name })
    .from(versions)
    .innerJoin(actors, eq(actors.id, versions.publishedBy))
    .where(and(eq(versions.draftId, draftId), lt(versions.publishedAt, before)))
    .orderBy(desc(versions.n))
    .limit(50)
}
