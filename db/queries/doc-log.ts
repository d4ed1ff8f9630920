import { and, asc, desc, eq, gt, gte, isNull, lt, lte, max, sql } from 'drizzle-orm'
import type { Role } from '../../domain/access/viewer.ts'
import { amongNamed, pairAmongNamed, prepared } from '../prepared.ts'
import { actors, docClients, docSnapshots, docUpdates, draftMembers, drafts, guests, users } from '../schema.ts'
import type { Q } from '../store.ts'
import { listRooms } from './workshop-rights.ts'

/** One document of a draft: its first, or one that replaced it. */
export interface DocumentKey {
  draftId: string
  generation: number
}

/** Bytes with the hash that was written for them: a row of the log, or a snapshot. */
export interface StoredBytes {
  seq: number
  bytes: Uint8Array
  hash: string
}

const updatesOf = ({ draftId, generation }: DocumentKey) =>
  and(eq(docUpdates.draftId, draftId), eq(docUpdates.generation, generation))

const snapshotsOf = ({ draftId, generation }: DocumentKey) =>
  and(eq(docSnapshots.draftId, draftId), eq(docSnapshots.generation, generation))

/** Rows of the log after `after` up to `upTo`, oldest first. */
export async function listLog(q: Q, key: DocumentKey, after: number, upTo?: number): Promise<StoredBytes[]> {
  return q
    .select({ seq: docUpdates.seq, bytes: docUpdates.bytes, hash: docUpdates.hash })
    .from(docUpdates)
    .where(and(updatesOf(key), gt(docUpdates.seq, after), upTo === undefined ? undefined : lte(docUpdates.seq, upTo)))
    .orderBy(asc(docUpdates.seq))
}

/** Rows of a log with who wrote them and when, after `after` up to `upTo`, oldest first. At most `limit`. */
export async function listLogRows(q: Q, key: DocumentKey, after: number, upTo: number, limit: number) {
  return q
    .select({ seq: docUpdates.seq, actorId: docUpdates.actorId, bytes: docUpdates.bytes, at: docUpdates.at })
    .from(docUpdates)
    .where(and(updatesOf(key), gt(docUpdates.seq, after), lte(docUpdates.seq, upTo)))
    .orderBy(asc(docUpdates.seq))
    .limit(limit)
}

/** Who wrote rows of a log and when, without what they wrote, oldest first. At most `limit`. */
export async function listLogTimes(q: Q, key: DocumentKey, after: number, limit: number) {
  return q
    .select({ seq: docUpdates.seq, actorId: docUpdates.actorId, at: docUpdates.at })
    .from(docUpdates)
    .where(and(updatesOf(key), gt(docUpdates.seq, after)))
    .orderBy(asc(docUpdates.seq))
    .limit(limit)
}

/** When rows of a log were written from one moment to another, both included, oldest first. At most `limit`. */
export async function listLogTimesBetween(q: Q, key: DocumentKey, from: number, to: number, limit: number) {
  return q
    .select({ seq: docUpdates.seq, at: docUpdates.at })
    .from(docUpdates)
    .where(and(updatesOf(key), gte(docUpdates.at, from), lte(docUpdates.at, to)))
    .orderBy(asc(docUpdates.seq))
    .limit(limit)
}

/** Number of the last row of a log that was written before a moment; 0 for none. */
export async function lastLoggedBefore(q: Q, key: DocumentKey, at: number): Promise<number> {
  const [row] = await q
    .select({ last: max(docUpdates.seq) })
    .from(docUpdates)
    .where(and(updatesOf(key), lt(docUpdates.at, at)))
  return row?.last ?? 0
}

/** When one row of a log was written, and by whom. */
export async function findLogRow(q: Q, key: DocumentKey, seq: number) {
  const [row] = await q
    .select({ seq: docUpdates.seq, at: docUpdates.at, name: actors.name })
    .from(docUpdates)
    .innerJoin(actors, eq(actors.id, docUpdates.actorId))
    .where(and(updatesOf(key), eq(docUpdates.seq, seq)))
  return row
}

/** Number of the first row of a log after `after`; undefined if that is the last. */
export async function firstLogged(q: Q, key: DocumentKey, after: number): Promise<number | undefined> {
  const [row] = await q
    .select({ seq: docUpdates.seq })
    .from(docUpdates)
    .where(and(updatesOf(key), gt(docUpdates.seq, after)))
    .orderBy(asc(docUpdates.seq))
    .limit(1)
  return row?.seq
}

/** Number of the last row of a log; 0 for an empty one. */
export async function lastLogged(q: Q, key: DocumentKey): Promise<number> {
  const [row] = await q
    .select({ last: max(docUpdates.seq) })
    .from(docUpdates)
    .where(updatesOf(key))
  return row?.last ?? 0
}

/** Drafts of whose document at least so many rows of the log came after its last snapshot, longest log first. */
export async function listLongLogs(q: Q, least: number, limit: number): Promise<string[]> {
  const last = sql<number>`coalesce((select max(${docUpdates.seq}) from ${docUpdates} where ${docUpdates.draftId} = ${drafts.id} and ${docUpdates.generation} = ${drafts.generation}), 0)`
  const kept = sql<number>`coalesce((select max(${docSnapshots.seq}) from ${docSnapshots} where ${docSnapshots.draftId} = ${drafts.id} and ${docSnapshots.generation} = ${drafts.generation}), 0)`
  const since = sql<number>`${last} - ${kept}`
  const rows = await q
    .select({ id: drafts.id })
    .from(drafts)
    .where(and(isNull(drafts.deletedAt), gte(since, least)))
    .orderBy(desc(since), asc(drafts.id))
    .limit(limit)
  return rows.map(({ id }) => id)
}

/** Snapshots of a document, newest first. At most `limit`, none after `upTo`. */
export async function listDocSnapshots(
  q: Q,
  key: DocumentKey,
  { limit = 100, upTo }: { limit?: number; upTo?: number | undefined } = {},
): Promise<StoredBytes[]> {
  return q
    .select({ seq: docSnapshots.seq, bytes: docSnapshots.state, hash: docSnapshots.hash })
    .from(docSnapshots)
    .where(and(snapshotsOf(key), upTo === undefined ? undefined : lte(docSnapshots.seq, upTo)))
    .orderBy(desc(docSnapshots.seq))
    .limit(limit)
}

/** Which actor owns which Yjs client id in a document. */
export async function docClientOwners(q: Q, { draftId, generation }: DocumentKey): Promise<Map<number, string>> {
  const rows = await q
    .select({ client: docClients.client, actorId: docClients.actorId })
    .from(docClients)
    .where(and(eq(docClients.draftId, draftId), eq(docClients.generation, generation)))
  return new Map(rows.map(({ client, actorId }) => [client, actorId]))
}

const writingRights = prepared((q) => ({
  drafts: q
    .select({
      id: drafts.id,
      generation: drafts.generation,
      state: drafts.state,
      visibility: drafts.visibility,
      writing: drafts.writing,
      ownerId: drafts.ownerId,
      deletedAt: drafts.deletedAt,
    })
    .from(drafts)
    .where(amongNamed(drafts.id, 'draftIds'))
    .prepare(),
  people: q
    .select({ actorId: users.actorId, role: users.role, suspendedAt: users.suspendedAt })
    .from(users)
    .where(amongNamed(users.actorId, 'actorIds'))
    .prepare(),
  guests: q
    .select({ actorId: guests.actorId })
    .from(guests)
    .where(and(amongNamed(guests.actorId, 'actorIds'), isNull(guests.removedAt), isNull(guests.claimedBy)))
    .prepare(),
  members: q
    .select({ draftId: draftMembers.draftId, actorId: draftMembers.actorId, role: draftMembers.role })
    .from(draftMembers)
    .where(pairAmongNamed(draftMembers.draftId, draftMembers.actorId, 'pairs'))
    .prepare(),
}))

/**
 * What the access rules need to know of these drafts, and of people in them, as it stands in this transaction. Asked
 * at commits of the log.
 *
 * @param pairs draft and person.
 */
export async function listWritingRights(q: Q, draftIds: string[], pairs: readonly (readonly [string, string])[]) {
  const ask = writingRights(q)
  const about = await ask.drafts.all({ draftIds: JSON.stringify(draftIds) })
  if (pairs.length === 0) return { drafts: about, people: [], members: [], room: () => null }
  const actorIds = [...new Set(pairs.map(([, actorId]) => actorId))]
  const room = await listRooms(q, pairs)
  const accounts = await ask.people.all({ actorIds: JSON.stringify(actorIds) })
  const others = accounts.length === actorIds.length ? [] : await ask.guests.all({ actorIds: JSON.stringify(actorIds) })
  const people: { actorId: string; role: Role; suspendedAt: number | null }[] = [
    ...accounts,
    ...others.map(({ actorId }) => ({ actorId, role: 'guest' as const, suspendedAt: null })),
  ]
  return { drafts: about, people, members: await ask.members.all({ pairs: JSON.stringify(pairs) }), room }
}
