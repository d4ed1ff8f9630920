import { and, count, desc, eq, isNull, sql } from 'drizzle-orm'
import { actors, contributions, entries, profiles, threads, users, versions } from '../schema.ts'
import type { Q } from '../store.ts'

export type ProfileRow = typeof profiles.$inferSelect

export async function findProfile(q: Q, actorId: string): Promise<Omit<ProfileRow, 'actorId'>> {
  const [row] = await q.select().from(profiles).where(eq(profiles.actorId, actorId))
  return { bio: row?.bio ?? '', orcid: row?.orcid ?? null }
}

export async function saveProfile(q: Q, row: ProfileRow): Promise<void> {
  const { bio, orcid } = row
  await q.insert(profiles).values(row).onConflictDoUpdate({ target: profiles.actorId, set: { bio, orcid } })
}

/** Somebody who has an account, by the name others see; undefined for guests and for who left. */
export async function findMember(q: Q, actorId: string): Promise<{ name: string; since: number } | undefined> {
  const [row] = await q
    .select({ name: actors.name, since: actors.createdAt })
    .from(users)
    .innerJoin(actors, eq(actors.id, users.actorId))
    .where(eq(users.actorId, actorId))
  return row
}

/** Published versions that somebody is an author of, the latest first. */
export async function listWritten(q: Q, actorId: string) {
  const rows = await q
    .select({
      kind: entries.kind,
      slug: entries.slug,
      title: entries.title,
      n: versions.n,
      authors: versions.authors,
      at: versions.publishedAt,
    })
    .from(versions)
    .innerJoin(entries, eq(entries.id, versions.entryId))
    .where(sql`instr(${versions.authors}, ${actorId}) > 0`)
    .orderBy(desc(versions.publishedAt))
    .limit(200)
  return rows
    .filter(({ authors }) => authors.some((author) => author.actorId === actorId && author.characters !== 0))
    .map(({ authors: _authors, ...version }) => version)
}

/** How many contributions of somebody everybody can read: those about what is published. */
export async function countPublicContributions(q: Q, actorId: string): Promise<number> {
  const [row] = await q
    .select({ n: count() })
    .from(contributions)
    .innerJoin(threads, eq(threads.id, contributions.threadId))
    .where(and(eq(contributions.authorId, actorId), isNull(contributions.deletedAt), isNull(threads.draftId)))
  return row?.n ?? 0
}
