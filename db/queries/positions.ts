import { and, asc, desc, eq, ne } from 'drizzle-orm'
import { memberPositionWords, presentPositions } from '../../domain/signals/positions.ts'
import { actors, entries, entryTexts, positionStatements, versions } from '../schema.ts'
import type { Q } from '../store.ts'
import { eraseLeavesNaming } from './leaves.ts'

export type StatementRow = typeof positionStatements.$inferSelect

/** Everything members said of where they stand on an entry, with their names, in the order in which they spoke. */
export async function listStatements(q: Q, entryId: string) {
  return q
    .select({ statement: positionStatements, name: actors.name })
    .from(positionStatements)
    .innerJoin(actors, eq(actors.id, positionStatements.actorId))
    .where(eq(positionStatements.entryId, entryId))
    .orderBy(asc(positionStatements.at), asc(positionStatements.n), asc(positionStatements.id))
}

/** The last statement of a member about an entry. */
export async function findLastStatement(
  q: Q,
  { entryId, actorId }: { entryId: string; actorId: string },
): Promise<StatementRow | undefined> {
  const [row] = await q
    .select()
    .from(positionStatements)
    .where(and(eq(positionStatements.entryId, entryId), eq(positionStatements.actorId, actorId)))
    .orderBy(desc(positionStatements.n))
    .limit(1)
  return row
}

/** Everything a member said of where they stand, the latest first, with the act of each entry's current version. */
export async function listOwnStatements(q: Q, actorId: string) {
  return q
    .select({ statement: positionStatements, entry: { slug: entries.slug, title: entries.title }, act: versions.kind })
    .from(positionStatements)
    .innerJoin(entries, eq(entries.id, positionStatements.entryId))
    .innerJoin(versions, and(eq(versions.entryId, entries.id), eq(versions.n, entries.currentVersion)))
    .where(eq(positionStatements.actorId, actorId))
    .orderBy(desc(positionStatements.at), desc(positionStatements.n))
}

export async function insertStatement(q: Q, row: StatementRow): Promise<void> {
  await q.insert(positionStatements).values(row)
  await indexPositions(q, row.entryId)
}

/** Anchor of the panel of members' positions, which search leads to. */
export const positionsAnchor = 'positions'

/** Puts the positions that members hold now in the place of what search knew of them. */
export async function indexPositions(q: Q, entryId: string): Promise<void> {
  const isPosition = and(eq(entryTexts.entryId, entryId), eq(entryTexts.anchor, positionsAnchor))
  await q.delete(entryTexts).where(isPosition)
  // A withdrawn entry is not searched, nor what members said of it.
  const [entry] = await q
    .select({ title: entryTexts.title })
    .from(entryTexts)
    .where(and(eq(entryTexts.entryId, entryId), ne(entryTexts.anchor, positionsAnchor)))
    .limit(1)
  if (!entry) return
  const statements = (await listStatements(q, entryId)).map(({ statement, name }) => ({ ...statement, name }))
  const rows = presentPositions(statements).map(({ name, position, reason, exit }) => ({
    entryId,
    anchor: positionsAnchor,
    title: entry.title,
    label: 'Where members stand',
    body: [`${name}: ${position ? memberPositionWords[position].label : ''}.`, reason, exit].filter(Boolean).join(' '),
  }))
  if (rows.length > 0) await q.insert(entryTexts).values(rows)
}

/** Empties everything a member said about an entry, and erases the leaves of the record that say it. */
export async function emptyStatements(
  q: Q,
  { entryId, actorId }: { entryId: string; actorId: string },
  subject: string,
): Promise<void> {
  await q
    .update(positionStatements)
    .set({ reason: '', exit: '' })
    .where(and(eq(positionStatements.entryId, entryId), eq(positionStatements.actorId, actorId)))
  await eraseLeavesNaming(q, { subject, types: ['position.stated'] }, { by: actorId })
  await indexPositions(q, entryId)
}
