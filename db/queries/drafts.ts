import { and, asc, count, desc, eq, inArray, isNull, like, sql } from 'drizzle-orm'
import type { DraftThing } from '../../domain/access/policy.ts'
import type { GivenRole } from '../../domain/drafts/roles.ts'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import { prepared } from '../prepared.ts'
import { actors, ballots, docClients, draftMembers, drafts, entries, slugs, threads, users } from '../schema.ts'
import type { Q } from '../store.ts'
import { aboutDraft } from './about-draft.ts'
import { notRehearsed } from './rehearsals.ts'
import { listRooms } from './workshop-rights.ts'

export type DraftRow = typeof drafts.$inferSelect

const oneDraft = prepared((q) => ({
  row: q
    .select()
    .from(drafts)
    .where(eq(drafts.id, sql.placeholder('id')))
    .prepare(),
  role: q
    .select({ role: draftMembers.role })
    .from(draftMembers)
    .where(and(eq(draftMembers.draftId, sql.placeholder('id')), eq(draftMembers.actorId, sql.placeholder('actorId'))))
    .prepare(),
}))

export async function findDraft(q: Q, id: string): Promise<DraftRow | undefined> {
  const [row] = await oneDraft(q).row.all({ id })
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
  const [member] = actorId === null ? [] : await oneDraft(q).role.all({ id, actorId })
  const room = await listRooms(q, [[id, actorId]])
  return { draft, thing: toDraftThing(draft, member?.role ?? null, room(id, actorId)) }
}

/** @param workshop left out where the rights that a live workshop gives or takes do not matter, as in a list. */
export function toDraftThing(
  draft: Pick<DraftRow, 'state' | 'visibility' | 'writing' | 'ownerId' | 'deletedAt'>,
  memberRole: DraftThing['memberRole'],
  workshop: DraftThing['workshop'] = null,
): DraftThing {
  const { state, visibility, writing, ownerId, deletedAt } = draft
  return { state, visibility, writing, ownerId, deleted: deletedAt !== null, memberRole, workshop }
}

/** A new draft and its owner. */
export async function insertDraft(q: Q, draft: DraftRow): Promise<void> {
  await q.insert(drafts).values(draft)
  await q.insert(draftMembers).values({ draftId: draft.id, actorId: draft.ownerId, role: 'owner' })
}

export async function updateDraft(
  q: Q,
  id: string,
  change: Partial<Pick<DraftRow, 'state' | 'writing' | 'visibility' | 'updatedAt' | 'deletedAt'>>,
): Promise<void> {
  await q.update(drafts).set(change).where(eq(drafts.id, id))
}

export interface MemberRow {
  actorId: string
  name: string
  colour: string | null
  role: NonNullable<DraftThing['memberRole']>
}

/** Who takes part, by name. */
export async function listDraftMembers(q: Q, draftId: string): Promise<MemberRow[]> {
  return q
    .select({ actorId: actors.id, name: actors.name, colour: users.colour, role: draftMembers.role })
    .from(draftMembers)
    .innerJoin(actors, eq(actors.id, draftMembers.actorId))
    .leftJoin(users, eq(users.actorId, actors.id))
    .where(eq(draftMembers.draftId, draftId))
    .orderBy(asc(actors.name))
}

export async function putDraftMember(q: Q, draftId: string, actorId: string, role: GivenRole): Promise<void> {
  await q
    .insert(draftMembers)
    .values({ draftId, actorId, role })
    .onConflictDoUpdate({ target: [draftMembers.draftId, draftMembers.actorId], set: { role } })
}

export async function removeDraftMember(q: Q, draftId: string, actorId: string): Promise<void> {
  await q.delete(draftMembers).where(and(eq(draftMembers.draftId, draftId), eq(draftMembers.actorId, actorId)))
}

const account = { actorId: actors.id, name: actors.name, role: users.role, suspendedAt: users.suspendedAt }

/** An account by id or by e-mail address (lower case). */
export async function findAccount(q: Q, by: { actorId: string } | { email: string }) {
  const [row] = await q
    .select(account)
    .from(users)
    .innerJoin(actors, eq(actors.id, users.actorId))
    .where('email' in by ? eq(users.email, by.email) : eq(users.actorId, by.actorId))
  return row
}

/** Accounts that may be invited: contributor and up, not suspended, by name. At most 500. */
export async function listInvitable(q: Q): Promise<{ actorId: string; name: string }[]> {
  return q
    .select({ actorId: actors.id, name: actors.name })
    .from(users)
    .innerJoin(actors, eq(actors.id, users.actorId))
    .where(and(isNull(users.suspendedAt), sql`${users.role} <> 'reader'`))
    .orderBy(asc(actors.name))
    .limit(500)
}

/** Addresses of a kind that begin like this one and are or were in use. */
export async function takenSlugs(q: Q, kind: EntryKind, slug: string): Promise<Set<string>> {
  const rows = await q
    .select({ slug: slugs.slug })
    .from(slugs)
    .where(and(eq(slugs.kind, kind), like(slugs.slug, `${slug}%`)))
  return new Set(rows.map((row) => row.slug))
}

/** Drafts that are not deleted, latest change first, with the entry and the reader's own role. At most `limit`. */
export async function listDrafts(
  q: Q,
  { actorId, entryId, limit = 500 }: { actorId: string; entryId?: string; limit?: number },
) {
  return q
    .select({
      draft: drafts,
      slug: entries.slug,
      ownerName: actors.name,
      memberRole: draftMembers.role,
    })
    .from(drafts)
    .innerJoin(entries, eq(entries.id, drafts.entryId))
    .innerJoin(actors, eq(actors.id, drafts.ownerId))
    .leftJoin(draftMembers, and(eq(draftMembers.draftId, drafts.id), eq(draftMembers.actorId, actorId)))
    .where(and(isNull(drafts.deletedAt), notRehearsed, entryId === undefined ? undefined : eq(drafts.entryId, entryId)))
    .orderBy(desc(drafts.updatedAt), desc(drafts.createdAt))
    .limit(limit)
}

/** Open threads of each of these drafts. */
export async function countOpenThreads(q: Q, draftIds: readonly string[]): Promise<Map<string, number>> {
  if (draftIds.length === 0) return new Map()
  const rows = await q
    .select({ draftId: threads.draftId, n: count() })
    .from(threads)
    .where(and(inArray(threads.draftId, [...draftIds]), eq(threads.state, 'open')))
    .groupBy(threads.draftId)
  return new Map(rows.map((row) => [row.draftId ?? '', row.n]))
}

/** Threads of one draft by place, open ones counted apart. */
export async function countThreadsByPlace(q: Q, draftId: string) {
  return q
    .select({
      place: threads.place,
      total: count(),
      open: sql<number>`sum(case when ${threads.state} = 'open' then 1 else 0 end)`,
    })
    .from(threads)
    .where(eq(threads.draftId, draftId))
    .groupBy(threads.place)
}

/** Drafts that somebody owns, in one of these states, last changed first. At most 100. */
export async function listDraftsOfOwner(
  q: Q,
  ownerId: string,
  states: DraftRow['state'][],
): Promise<{ id: string; title: string }[]> {
  return q
    .select({ id: drafts.id, title: drafts.title })
    .from(drafts)
    .where(and(eq(drafts.ownerId, ownerId), inArray(drafts.state, states), isNull(drafts.deletedAt)))
    .orderBy(desc(drafts.updatedAt))
    .limit(100)
}

/** Ballots about a draft, and those in which it stands against its forks, newest first. */
export async function listBallotsOfDraft(
  q: Q,
  draftId: string,
): Promise<{ id: string; state: string; opensAt: number }[]> {
  return q
    .select({ id: ballots.id, state: ballots.state, opensAt: ballots.opensAt })
    .from(ballots)
    .where(aboutDraft(draftId))
    .orderBy(desc(ballots.opensAt))
}

/** Who owns which of these Yjs clients in one generation of a draft's document. */
export async function listDocumentWriters(
  q: Q,
  draftId: string,
  generation: number,
  clients: readonly number[],
): Promise<{ client: number; actorId: string; name: string }[]> {
  return q
    .select({ client: docClients.client, actorId: actors.id, name: actors.name })
    .from(docClients)
    .innerJoin(actors, eq(actors.id, docClients.actorId))
    .where(
      and(
        eq(docClients.draftId, draftId),
        eq(docClients.generation, generation),
        inArray(docClients.client, [...clients]),
      ),
    )
}
