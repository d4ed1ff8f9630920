import { asc, count, eq, inArray, or } from 'drizzle-orm'
import { attachedSources, contributions, entries, objections, threads } from '../schema.ts'
import type { Q } from '../store.ts'

export type AttachedRow = typeof attachedSources.$inferSelect

/** What a source belongs to. */
export type SourceOwner = { contributionId: string } | { objectionId: string }

export async function insertAttached(q: Q, row: AttachedRow): Promise<void> {
  await q.insert(attachedSources).values(row)
}

export async function findAttached(q: Q, id: string): Promise<AttachedRow | undefined> {
  const [row] = await q.select().from(attachedSources).where(eq(attachedSources.id, id))
  return row
}

function ownedBy(owner: SourceOwner) {
  return 'contributionId' in owner
    ? eq(attachedSources.contributionId, owner.contributionId)
    : eq(attachedSources.objectionId, owner.objectionId)
}

/** The sources of one contribution or objection, oldest first. */
export async function listAttached(q: Q, owner: SourceOwner): Promise<AttachedRow[]> {
  return q
    .select()
    .from(attachedSources)
    .where(ownedBy(owner))
    .orderBy(asc(attachedSources.addedAt), asc(attachedSources.n))
}

/** The sources of some contributions and objections, oldest first, with the address of those that are entries. */
export async function listAttachedTo(q: Q, ids: readonly string[]) {
  if (ids.length === 0) return []
  return q
    .select({ source: attachedSources, entry: { slug: entries.slug, title: entries.title } })
    .from(attachedSources)
    .leftJoin(entries, eq(entries.id, attachedSources.entryId))
    .where(or(inArray(attachedSources.contributionId, [...ids]), inArray(attachedSources.objectionId, [...ids])))
    .orderBy(asc(attachedSources.addedAt), asc(attachedSources.n))
}

export async function deleteAttached(q: Q, id: string): Promise<void> {
  await q.delete(attachedSources).where(eq(attachedSources.id, id))
}

/** Forgets every source of a contribution that is deleted. */
export async function deleteAttachedOf(q: Q, owner: SourceOwner): Promise<void> {
  await q.delete(attachedSources).where(ownedBy(owner))
}

/** Forgets the sources named in the argument about a draft that say words which are removed for good. */
export async function redactAttached(q: Q, draftId: string, says: (text: string) => boolean): Promise<void> {
  const rows = await q
    .select({ source: attachedSources })
    .from(attachedSources)
    .leftJoin(contributions, eq(contributions.id, attachedSources.contributionId))
    .leftJoin(threads, eq(threads.id, contributions.threadId))
    .leftJoin(objections, eq(objections.id, attachedSources.objectionId))
    .where(or(eq(threads.draftId, draftId), eq(objections.draftId, draftId)))
  for (const { source } of rows) {
    if ([source.url, source.title, source.publisher].some(says)) await deleteAttached(q, source.id)
  }
}

/** How many sources each of some contributions rests on; those with none are left out. */
export async function countAttached(q: Q, contributionIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (contributionIds.length === 0) return new Map()
  const of = attachedSources.contributionId
  const rows = await q
    .select({ id: of, n: count() })
    .from(attachedSources)
    .where(inArray(of, [...contributionIds]))
    .groupBy(of)
  return new Map(rows.map(({ id, n }) => [id ?? '', n]))
}
