import { findStanding, setUserRole } from '../../../db/queries/appointments.ts'
import type { DraftRow } from '../../../db/queries/drafts.ts'
import { findDraft, listDraftMembers, putDraftMember } from '../../../db/queries/drafts.ts'
import type { InvitationRow } from '../../../db/queries/invitations.ts'
import { findInvitation, hasUsed, takeUse } from '../../../db/queries/invitations.ts'
import type { Q } from '../../../db/store.ts'
import { givesMore, givesMoreIn, isGood, siteInvitationRoles } from '../../../domain/access/invitations.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { isMember } from '../../../domain/access/viewer.ts'
import { givenRoles } from '../../../domain/drafts/roles.ts'
import { sha256Hex } from '../../../domain/record/hash.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import type { Limit } from '../../rate-limits.ts'
import { networkOf } from '../../rate-limits.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentRights } from '../accounts/present-rights.ts'

/** How often wrong links may be tried ([V5]). */
export interface InvitationLimits {
  network: Limit
  all: Limit
}

export interface Asked {
  token: string
  /** Of who asks, for the limit. */
  address: string
  limits: InvitationLimits
}

export interface FoundInvitation {
  row: InvitationRow
  /** Null for the site. */
  draft: DraftRow | null
}

/**
 * A link that can be accepted ([V5]).
 *
 * @throws AppError `not-found` alike for every other one; `too-many`.
 */
export async function goodInvitation(deps: Deps, q: Q, { token, address, limits }: Asked): Promise<FoundInvitation> {
  const network = networkOf(address)
  await limits.network.check(network)
  await limits.all.check('all')
  const found = await lookUp(q, token)
  if (found && isGood(found.row, deps.now())) return found
  await limits.network.take(network)
  await limits.all.take('all')
  throw notGood()
}

async function lookUp(q: Q, token: string): Promise<FoundInvitation | null> {
  if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return null
  const row = await findInvitation(q, { tokenHash: sha256Hex(token) })
  if (!row) return null
  const draft = row.draftId === null ? null : await findDraft(q, row.draftId)
  return draft === undefined || (draft !== null && draft.deletedAt !== null) ? null : { row, draft }
}

function notGood(): AppError {
  return new AppError('not-found', 'This invitation is not good, or not any more. Ask whoever sent it for another one.')
}

/**
 * Accepts a link ([V6]). Who has as much already does not use it up; who used it once gets nothing of it again, so that
 * a role that was taken back stays so ([V7]).
 *
 * @returns where it leads.
 * @throws AppError `not-found`, `too-many`, `not-allowed`, `signed-out`.
 */
export async function acceptInvitation(deps: Deps, viewer: Viewer | null, asked: Asked): Promise<{ href: string }> {
  if (!viewer) throw new AppError('signed-out', 'Sign in, or make an account, to accept the invitation.')
  const { draft } = await goodInvitation(deps, deps.store.read, asked)
  await deps.store.tx(async (q) => {
    const by = await presentRights(q, viewer)
    if (by.suspended) throw new AppError('not-allowed', 'Your account is suspended at the moment.')
    // Somebody else may have been the last one, it may be revoked or its draft deleted, since it was looked at.
    const found = await lookUp(q, asked.token)
    if (!found) throw notGood()
    const { row } = found
    if (await hasUsed(q, row.id, by.actorId)) return
    if (!isGood(row, deps.now())) throw notGood()
    const given = found.draft ? await giveInDraft(deps, q, by, row, found.draft) : await giveOnSite(deps, q, by, row)
    if (!given) return
    if (!(await takeUse(q, row.id, by.actorId, deps.now()))) throw notGood()
    await recordEvent(deps, q, {
      type: 'invitation.accepted',
      subject: `invitation/${row.id}`,
      payload: { invitation: row.id, by: by.actorId, draft: row.draftId },
    })
  })
  if (draft) {
    deps.collab.reauthorise({ draftId: draft.id })
    deps.live.publish([{ topic: `draft/${draft.id}`, type: 'draft.member-set', id: draft.id }])
  } else deps.collab.reauthorise({ actorId: viewer.actorId })
  return { href: draft ? `/drafts/${draft.id}` : '/' }
}

/** @returns whether it gave anything. */
async function giveOnSite(deps: Deps, q: Q, by: Viewer, { role }: InvitationRow): Promise<boolean> {
  const given = siteInvitationRoles.find((one) => one === role)
  const account = await findStanding(q, by.actorId)
  if (!given || !account || !givesMore(given, account.role)) return false
  await setUserRole(q, by.actorId, given)
  await recordEvent(deps, q, {
    type: 'actor.role-set',
    subject: `actor/${by.actorId}`,
    payload: { actorId: by.actorId, role: given, by: by.actorId },
  })
  return true
}

/** @throws AppError `not-allowed` for who may only read the site. */
async function giveInDraft(deps: Deps, q: Q, by: Viewer, { role }: InvitationRow, draft: DraftRow): Promise<boolean> {
  const given = givenRoles.find((one) => one === role)
  const has = (await listDraftMembers(q, draft.id)).find(({ actorId }) => actorId === by.actorId)?.role ?? null
  if (!given || !givesMoreIn(given, has)) return false
  if (given !== 'reader' && !isMember(by)) {
    throw new AppError('not-allowed', 'Your account may read. A moderator can make it a contributor first.')
  }
  await putDraftMember(q, draft.id, by.actorId, given)
  await recordEvent(deps, q, {
    type: 'draft.member-set',
    subject: `draft/${draft.id}`,
    payload: { draftId: draft.id, entryId: draft.entryId, actorId: by.actorId, memberId: by.actorId, role: given },
  })
  return true
}
