import { and, asc, desc, eq, gt, inArray, lt, lte, max } from 'drizzle-orm'
import { actors, docClients, docSnapshots, docUpdates, draftMoments, users, versions } from '../schema.ts'
import type { Q } from '../store.ts'

export type MomentRow = typeof draftMoments.$inferSelect

interface LogPlace {
  draftId: string
  generation: number
}

const ofLog = ({ draftId, generation }: LogPlace) =>
  and(eq(docUpdates.draftId, draftId), eq(docUpdates.generation, generation))

/** Rows of a document's log after one and up to another, in order. At most `limit`. */
export async function listLogRows(q: Q, log: LogPlace, after: number, upTo: number, limit: number) {
  return q
    .select({ seq: docUpdates.seq, actorId: docUpdates.actorId, bytes: docUpdates.bytes, at: docUpdates.at })
    .from(docUpdates)
    .where(and(ofLog(log), gt(docUpdates.seq, after), lte(docUpdates.seq, upTo)))
    .orderBy(asc(docUpdates.seq))
    .limit(limit)
}

/** The last row of a document's log; 0 for none. */
export async function lastLogSeq(q: Q, log: LogPlace): Promise<number> {
  const [row] = await q
    .select({ seq: max(docUpdates.seq) })
    .from(docUpdates)
    .where(ofLog(log))
  return row?.seq ?? 0
}

/** When one row of the log was written, and by whom. */
export async function findLogRow(q: Q, log: LogPlace, seq: number) {
  const [row] = await q
    .select({ seq: docUpdates.seq, at: docUpdates.at, name: actors.name })
    .from(docUpdates)
    .innerJoin(actors, eq(actors.id, docUpdates.actorId))
    .where(and(ofLog(log), eq(docUpdates.seq, seq)))
  return row
}

/** Who owns which Yjs client id of a document. */
export async function listClientOwners(q: Q, { draftId, generation }: LogPlace): Promise<Map<number, string>> {
  const rows = await q
    .select({ client: docClients.client, actorId: docClients.actorId })
    .from(docClients)
    .where(and(eq(docClients.draftId, draftId), eq(docClients.generation, generation)))
  return new Map(rows.map((row) => [row.client, row.actorId]))
}

/** The newest stored state of a document that is not later than a row of its log. */
export async function findStateUpTo(q: Q, { draftId, generation }: LogPlace, seq: number) {
  const [row] = await q
    .select({ seq: docSnapshots.seq, state: docSnapshots.state })
    .from(docSnapshots)
    .where(and(eq(docSnapshots.draftId, draftId), eq(docSnapshots.generation, generation), lte(docSnapshots.seq, seq)))
    .orderBy(desc(docSnapshots.seq))
    .limit(1)
  return row
}

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
