import { and, asc, count, desc, eq, inArray, isNotNull, isNull, ne, or } from 'drizzle-orm'
import { liveDraftStates } from '../../domain/drafts/moves.ts'
import { ballots, drafts, entries, objections, slugs, threads, versions } from '../schema.ts'
import type { Q } from '../store.ts'

const entry = { kind: entries.kind, slug: entries.slug, title: entries.title, currentVersion: entries.currentVersion }

/** Drafts that members may know of: neither private nor unlisted, and not deleted. */
const known = and(isNull(drafts.deletedAt), inArray(drafts.visibility, ['members', 'public']))

const isLive = and(known, inArray(drafts.state, [...liveDraftStates]))

interface Which {
  /** Of one entry; of all where it is absent. */
  entryId?: string
  /** Of these entries. */
  entryIds?: readonly string[]
  /** Leave out entries that nothing is published of. */
  published?: boolean
  limit?: number
}

const fits = ({ entryId, entryIds, published = false }: Which) =>
  and(
    entryId === undefined ? undefined : eq(entries.id, entryId),
    entryIds === undefined ? undefined : inArray(entries.id, [...entryIds]),
    published ? isNotNull(entries.currentVersion) : undefined,
  )

/** Drafts in progress, last changed first. */
export async function listLiveDrafts(q: Q, which: Which = {}) {
  return q
    .select({ draft: drafts, entry })
    .from(drafts)
    .innerJoin(entries, eq(entries.id, drafts.entryId))
    .where(and(isLive, fits(which)))
    .orderBy(desc(drafts.updatedAt))
    .limit(which.limit ?? 50)
}

const isOpenBallot = and(eq(ballots.state, 'open'), or(isNull(ballots.draftId), known))

/** Ballots that are open, first to close first. */
export async function listOpenBallots(q: Q, which: Which = {}) {
  return q
    .select({ ballot: ballots, entry })
    .from(ballots)
    .innerJoin(entries, eq(entries.id, ballots.entryId))
    .leftJoin(drafts, eq(drafts.id, ballots.draftId))
    .where(and(isOpenBallot, fits(which)))
    .orderBy(asc(ballots.closesAt))
    .limit(which.limit ?? 50)
}

const isPublic = and(isNotNull(entries.currentVersion), or(isNull(threads.draftId), eq(drafts.state, 'published')))
const isOpenHearing = and(eq(threads.state, 'open'), inArray(threads.kind, ['falsification', 'threshold']), isPublic)

/** Open hearings about published entries, last changed first. */
export async function listOpenHearings(q: Q, limit: number) {
  return q
    .select({ id: threads.id, title: threads.title, kind: threads.kind, entry })
    .from(threads)
    .innerJoin(entries, eq(entries.id, threads.entryId))
    .leftJoin(drafts, eq(drafts.id, threads.draftId))
    .where(isOpenHearing)
    .orderBy(desc(threads.updatedAt))
    .limit(limit)
}

/** Hearings about published entries that readers see, open and resolved, last changed first. At most 5,000. */
export async function listPublicHearings(q: Q) {
  return q
    .select({
      id: threads.id,
      title: threads.title,
      kind: threads.kind,
      state: threads.state,
      outcome: threads.outcome,
      entryId: threads.entryId,
      updatedAt: threads.updatedAt,
    })
    .from(threads)
    .innerJoin(entries, eq(entries.id, threads.entryId))
    .leftJoin(drafts, eq(drafts.id, threads.draftId))
    .where(and(inArray(threads.kind, ['falsification', 'threshold']), isPublic))
    .orderBy(desc(threads.updatedAt))
    .limit(5000)
}

/** Open threads and hearings that readers see on published entries, last changed first. */
export async function listOpenThreads(q: Q, { entryIds, limit }: { entryIds: readonly string[]; limit: number }) {
  return q
    .select({ id: threads.id, title: threads.title, kind: threads.kind, place: threads.place, entryId: entries.id })
    .from(threads)
    .innerJoin(entries, eq(entries.id, threads.entryId))
    .leftJoin(drafts, eq(drafts.id, threads.draftId))
    .where(and(eq(threads.state, 'open'), isPublic, inArray(entries.id, [...entryIds])))
    .orderBy(desc(threads.updatedAt))
    .limit(limit)
}

/** How many drafts are in progress, hearings open to readers, and ballots open. */
export async function countDeliberation(q: Q): Promise<{ drafts: number; hearings: number; ballots: number }> {
  const [live] = await q.select({ n: count() }).from(drafts).where(isLive)
  const [hearings] = await q
    .select({ n: count() })
    .from(threads)
    .innerJoin(entries, eq(entries.id, threads.entryId))
    .leftJoin(drafts, eq(drafts.id, threads.draftId))
    .where(isOpenHearing)
  const [open] = await q
    .select({ n: count() })
    .from(ballots)
    .leftJoin(drafts, eq(drafts.id, ballots.draftId))
    .where(isOpenBallot)
  return { drafts: live?.n ?? 0, hearings: hearings?.n ?? 0, ballots: open?.n ?? 0 }
}

/** How many open threads readers see on each published entry, by entry id. */
export async function countOpenThreadsByEntry(q: Q): Promise<Map<string, number>> {
  const rows = await q
    .select({ entryId: threads.entryId, n: count() })
    .from(threads)
    .innerJoin(entries, eq(entries.id, threads.entryId))
    .leftJoin(drafts, eq(drafts.id, threads.draftId))
    .where(and(eq(threads.state, 'open'), isPublic))
    .groupBy(threads.entryId)
  return new Map(rows.map(({ entryId, n }) => [entryId, n]))
}

/** The present slug of an entry that had another one before, or undefined. */
export async function findMovedEntry(q: Q, kind: (typeof entries.$inferSelect)['kind'], slug: string) {
  const [row] = await q
    .select({ slug: entries.slug })
    .from(slugs)
    .innerJoin(entries, eq(entries.id, slugs.entryId))
    .where(and(eq(slugs.kind, kind), eq(slugs.slug, slug), ne(entries.slug, slug), isNotNull(entries.currentVersion)))
  return row?.slug
}

/** Ids of published entries whose current version carries a minority note. */
export async function listEntriesWithMinorityNote(q: Q): Promise<Set<string>> {
  const rows = await q
    .selectDistinct({ entryId: versions.entryId })
    .from(objections)
    .innerJoin(versions, eq(versions.draftId, objections.draftId))
    .innerJoin(entries, and(eq(entries.id, versions.entryId), eq(entries.currentVersion, versions.n)))
    .where(eq(objections.disposition, 'minority-note'))
  return new Set(rows.map(({ entryId }) => entryId))
}
