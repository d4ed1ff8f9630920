import { and, eq, inArray, isNull, ne, notExists, or, sql } from 'drizzle-orm'
import { draftStates, isDeletable } from '../../domain/drafts/moves.ts'
import { writeRef } from '../../domain/moderation/refs.ts'
import {
  actors,
  apiTokens,
  ballots,
  dataExports,
  digests,
  dismissals,
  draftMembers,
  drafts,
  eventPrivate,
  events,
  guests,
  invitations,
  lastReads,
  mails,
  mailTokens,
  notificationChannels,
  notifications,
  passkeys,
  preferences,
  profiles,
  proofChallenges,
  recoveryCodes,
  reviewRemarks,
  reviewRequests,
  secondFactors,
  sessions,
  users,
  versions,
  watches,
} from '../schema.ts'
import type { Q } from '../store.ts'
import { forgetWithheld } from './withheld.ts'

/** What is nobody's business but the person's own, and goes with the account. The account itself is among it. */
export const ownTables = [
  sessions,
  apiTokens,
  mailTokens,
  proofChallenges,
  passkeys,
  secondFactors,
  recoveryCodes,
  preferences,
  profiles,
  dataExports,
  watches,
  notifications,
  notificationChannels,
  digests,
  lastReads,
  dismissals,
  mails,
  users,
] as const

/** Deletes what is a person's own, and what gave them rights in drafts of others. */
export async function deleteOwn(q: Q, actorId: string, now: number): Promise<void> {
  const [account] = await q.select({ email: users.email }).from(users).where(eq(users.actorId, actorId))
  if (account) await q.delete(mails).where(and(eq(mails.address, account.email), isNull(mails.sentAt)))
  await forgetWithheld(q, writeRef({ kind: 'member', id: actorId }))
  for (const table of ownTables) await q.delete(table).where(eq(table.actorId, actorId))
  // Nobody but their author ever saw them.
  await q.delete(reviewRemarks).where(eq(reviewRemarks.authorId, actorId))
  await q
    .update(reviewRequests)
    .set({ endedAt: now })
    .where(and(eq(reviewRequests.reviewerId, actorId), isNull(reviewRequests.endedAt)))
  await q.delete(draftMembers).where(and(eq(draftMembers.actorId, actorId), ne(draftMembers.role, 'owner')))
  await q
    .update(invitations)
    .set({ revokedAt: now })
    .where(and(eq(invitations.createdBy, actorId), isNull(invitations.revokedAt)))
}

/**
 * Deletes drafts, with their titles, that nobody but their owner could read and that nobody else had a part in: none
 * that a version or a ballot showed to others.
 *
 * @returns their ids.
 */
export async function deletePrivateDrafts(q: Q, ownerId: string, now: number): Promise<string[]> {
  const others = q
    .select({ one: sql`1` })
    .from(draftMembers)
    .where(and(eq(draftMembers.draftId, drafts.id), ne(draftMembers.actorId, ownerId)))
  const voted = q
    .select({ one: sql`1` })
    .from(ballots)
    .where(or(eq(ballots.draftId, drafts.id), sql`instr(coalesce(${ballots.options}, ''), ${drafts.id}) > 0`))
  const gone = await q
    .update(drafts)
    .set({ title: '', deletedAt: now })
    .where(
      and(
        eq(drafts.ownerId, ownerId),
        eq(drafts.visibility, 'private'),
        inArray(drafts.state, draftStates.filter(isDeletable)),
        isNull(drafts.deletedAt),
        notExists(others),
        notExists(voted),
      ),
    )
    .returning({ id: drafts.id })
  return gone.map(({ id }) => id)
}

/**
 * Puts another name in the place of a person's, also beside the versions they wrote.
 *
 * @param actorIds the person, and the guests they were.
 * @returns the entries whose pages named them.
 */
export async function renameForGood(q: Q, actorIds: readonly string[], name: string): Promise<{ entryIds: string[] }> {
  await q
    .update(actors)
    .set({ name })
    .where(inArray(actors.id, [...actorIds]))
  const ids = JSON.stringify(actorIds)
  const written = await q
    .select({ id: versions.id, entryId: versions.entryId, authors: versions.authors })
    .from(versions)
    .where(sql`exists (select 1 from json_each(${ids}) as named where instr(${versions.authors}, named.value) > 0)`)
  for (const { id, authors } of written) {
    const renamed = authors.map((author) => (actorIds.includes(author.actorId) ? { ...author, name } : author))
    await q.update(versions).set({ authors: renamed }).where(eq(versions.id, id))
  }
  return { entryIds: [...new Set(written.map(({ entryId }) => entryId))] }
}

const namingAuthors = [
  'version.imported',
  'version.published',
  'version.withdrawn',
  'version.rolled-back',
  'version.variant-kept',
  'draft.forked',
  'draft.part-taken',
  'draft.parts-merged',
] as const
const namingGuests = ['workshop.joined', 'workshop.guest-waits', 'workshop.guest-renamed'] as const

/**
 * Erases the leaves of the record that hold a person's name or mail; the chain stays whole ([R2]).
 *
 * @param guestIds guests that the person was, or alone where it is a guest who is forgotten.
 * @returns the events whose leaves are gone; and, of forks and of what was taken over, the ids of all whose words stood
 * there, by event. They are to be kept with the act, for others among them are authors still (forks [K5], [K13]).
 */
export async function eraseNames(
  q: Q,
  { actorId, guestIds }: { actorId: string | null; guestIds: readonly string[] },
): Promise<{ leaves: number[]; authors: Record<string, string[]> }> {
  const leaves = await q
    .select({
      seq: events.seq,
      type: events.type,
      subject: events.subject,
      told: events.payload,
      leaf: eventPrivate.payload,
    })
    .from(eventPrivate)
    .innerJoin(events, eq(events.seq, eventPrivate.seq))
    .where(
      or(
        actorId === null ? undefined : eq(events.subject, `actor/${actorId}`),
        inArray(events.type, [...namingAuthors, ...namingGuests]),
      ),
    )
  const named = new Set(actorId === null ? guestIds : [actorId, ...guestIds])
  const naming = leaves.filter(({ type, subject, told, leaf }) => {
    if (actorId !== null && subject === `actor/${actorId}`) return true
    if (namingGuests.some((one) => one === type)) return guestIds.includes(String(told.by))
    return authorIds(leaf).some((id) => named.has(id))
  })
  const seqs = naming.map(({ seq }) => seq)
  if (seqs.length > 0) await q.delete(eventPrivate).where(inArray(eventPrivate.seq, seqs))
  const kept = naming.filter(({ type }) => type.startsWith('draft.'))
  return { leaves: seqs, authors: Object.fromEntries(kept.map(({ seq, leaf }) => [seq, authorIds(leaf)])) }
}

function authorIds({ authors }: Record<string, unknown>): string[] {
  if (!Array.isArray(authors)) return []
  return (authors as { actorId?: string }[]).flatMap(({ actorId }) => actorId ?? [])
}

/** Guests whose words an account has taken over. */
export async function listClaimedGuests(q: Q, actorId: string): Promise<string[]> {
  const rows = await q.select({ id: guests.actorId }).from(guests).where(eq(guests.claimedBy, actorId))
  return rows.map(({ id }) => id)
}
