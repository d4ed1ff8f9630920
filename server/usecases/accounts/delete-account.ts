import { and, eq, isNull } from 'drizzle-orm'
import { touchEntry } from '../../../db/queries/entries.ts'
import {
  deleteOwn,
  deletePrivateDrafts,
  eraseNames,
  listClaimedGuests,
  renameForGood,
} from '../../../db/queries/forget.ts'
import { listEntriesNaming } from '../../../db/queries/named-members.ts'
import { indexPositions } from '../../../db/queries/positions.ts'
import { findSource } from '../../../db/queries/signals.ts'
import { eraseContribution, updateThread } from '../../../db/queries/threads.ts'
import { contributions, threads, users, workshops } from '../../../db/schema.ts'
import type { Q } from '../../../db/store.ts'
import { formerName } from '../../../domain/access/former.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { requireFresh } from '../../accounts/require-fresh.ts'
import { endedSessionCookie } from '../../accounts/session-cookie.ts'
import type { Visitor } from '../../accounts/start-session.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { endEmptyReport } from '../signals/end-empty-report.ts'
import { presentRights } from './present-rights.ts'

interface DeleteInput {
  /** The own e-mail, typed: what cannot be taken back is not done by a slip. */
  email: string
  /** Whether the words of the own contributions go, too. */
  comments: 'kept' | 'deleted'
  visitor: Visitor
}

/**
 * Deletes the own account ([A18]): everything that is the person's own goes, their name becomes that of a former
 * contributor, and leaves of the record that hold name or mail are erased. Votes, electorates and texts stay.
 *
 * @returns the `Set-Cookie` value that signs out.
 * @throws AppError `bad-input` (email), `not-fresh`, `conflict` for the last admin and for who leads a live workshop.
 */
export async function deleteAccount(
  deps: Deps,
  viewer: Viewer | null,
  { email, comments, visitor }: DeleteInput,
): Promise<{ cookie: string }> {
  if (!viewer || !can(viewer, 'account.own', null)) throw new AppError('signed-out', 'Sign in to delete your account.')
  const { actorId } = viewer
  const entryIds = await deps.store.tx(async (q) => {
    const now = deps.now()
    await presentRights(q, viewer)
    await requireFresh(q, { actorId, sessionId: visitor.sessionId, now })
    const [account] = await q.select({ email: users.email }).from(users).where(eq(users.actorId, actorId))
    if (account?.email !== email.normalize('NFC').trim().toLowerCase()) {
      throw new AppError('bad-input', 'Write the e-mail of this account, so that nothing happens by a slip.', 'email')
    }
    await refuseLast(q, actorId)
    const erased = comments === 'deleted' ? await eraseComments(deps, q, actorId) : []
    const naming = await listEntriesNaming(q, actorId)
    const guestIds = await listClaimedGuests(q, actorId)
    const { entryIds } = await renameForGood(q, [actorId, ...guestIds], formerName)
    for (const entryId of naming) await indexPositions(q, entryId)
    const touched = [...new Set([...naming, ...entryIds, ...erased])]
    for (const entryId of touched) await touchEntry(q, entryId)
    const draftIds = await deletePrivateDrafts(q, actorId, now)
    await deleteOwn(q, actorId, now)
    const { leaves, authors } = await eraseNames(q, { actorId, guestIds })
    await recordEvent(deps, q, {
      type: 'actor.deleted',
      subject: `actor/${actorId}`,
      payload: { actorId, comments, leaves, drafts: draftIds.length },
      ...(Object.keys(authors).length > 0 && { leaf: { authors } }),
    })
    return touched
  })
  deps.collab.reauthorise({ actorId })
  deps.live.publish(entryIds.map((id) => ({ topic: `entry/${id}`, type: 'actor.deleted', id })))
  // The pages forget at once; a reader of the whole record may hold the file up for a while.
  await deps.store.scrub().catch((error: unknown) => deps.log.warn({ error }, 'the file is not yet written anew'))
  return { cookie: endedSessionCookie(visitor.secure) }
}

async function refuseLast(q: Q, actorId: string): Promise<void> {
  const admins = await q
    .select({ actorId: users.actorId })
    .from(users)
    .where(and(eq(users.role, 'admin'), isNull(users.suspendedAt)))
  if (admins.length === 1 && admins[0]?.actorId === actorId) {
    throw new AppError('conflict', 'You are the last admin. Make somebody else one first.')
  }
  const [leads] = await q
    .select({ title: workshops.title })
    .from(workshops)
    .where(and(eq(workshops.leadId, actorId), eq(workshops.state, 'live')))
  if (leads) throw new AppError('conflict', `You lead the workshop “${leads.title}”. Hand it over or end it first.`)
}

/** Erases the words of everything the person contributed. @returns entries whose pages showed some of it. */
async function eraseComments(deps: Deps, q: Q, actorId: string): Promise<string[]> {
  const now = deps.now()
  const own = await q
    .select({ contribution: contributions, entryId: threads.entryId })
    .from(contributions)
    .innerJoin(threads, eq(threads.id, contributions.threadId))
    .where(and(eq(contributions.authorId, actorId), isNull(contributions.deletedAt)))
  for (const { contribution } of own) {
    const { id, threadId } = contribution
    await eraseContribution(q, contribution, now)
    await updateThread(q, threadId, { updatedAt: now })
    await recordEvent(deps, q, {
      type: 'contribution.deleted',
      subject: `thread/${threadId}`,
      payload: { by: actorId, contribution: id },
    })
    const source = await findSource(q, id)
    if (source) await endEmptyReport(deps, q, source.reportId)
  }
  return own.map(({ entryId }) => entryId)
}
