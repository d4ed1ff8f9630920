import { findInvitation, insertInvitation, revokeRow } from '../../../db/queries/invitations.ts'
import type { Q } from '../../../db/store.ts'
import type { InvitationRole } from '../../../domain/access/invitations.ts'
import { invitationDays, mostInvited, siteInvitationRoles } from '../../../domain/access/invitations.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { givenRoles } from '../../../domain/drafts/roles.ts'
import { day } from '../../../domain/text/day.ts'
import { newSecret } from '../../accounts/tokens.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentRights } from '../accounts/present-rights.ts'
import { managedDraft } from '../drafts/draft-for.ts'
import { refuseWithheld } from '../moderation/refuse-withheld.ts'

export interface MakeInvitation {
  /** Left out for a link to the site. */
  draftId?: string | undefined
  role: string
  /** How many days it is good for, as typed. */
  days: string
  /** How many people may accept it, as typed. */
  most: string
}

/**
 * Makes a link that gives whoever accepts it a role, on the site or in a draft (access SPEC [V4]).
 *
 * @returns the token for `/i/<token>`, which is stored nowhere and cannot be shown again.
 * @throws AppError `bad-input` (role, days, most), `conflict` for a draft that a moderator hid, `not-found`, `not-allowed`, `signed-out`.
 */
export async function makeInvitation(
  deps: Deps,
  viewer: Viewer | null,
  input: MakeInvitation,
): Promise<{ id: string; token: string; expiresAt: number }> {
  const draftId = input.draftId ?? null
  const id = deps.newId()
  const { token, tokenHash } = newSecret(deps)
  const expiresAt = await deps.store.tx(async (q) => {
    const by = await mayInvite(q, viewer, draftId)
    const { role, days, most } = readInput(input, draftId)
    if (draftId !== null) await refuseWithheld(q, `draft/${draftId}`)
    const createdAt = deps.now()
    const expiresAt = createdAt + days * day
    const row = { id, tokenHash, draftId, role, createdBy: by.actorId, createdAt, expiresAt, most }
    await insertInvitation(q, { ...row, used: 0, revokedAt: null })
    await recordEvent(deps, q, {
      type: 'invitation.made',
      subject: `invitation/${id}`,
      payload: { invitation: id, by: by.actorId, draft: draftId, role, most, expiresAt },
    })
    return expiresAt
  })
  return { id, token, expiresAt }
}

/** Revokes a link at once ([V7]). @throws AppError `not-found`, `not-allowed`, `signed-out`. */
export async function revokeInvitation(
  deps: Deps,
  viewer: Viewer | null,
  input: { invitationId: string; draftId?: string | undefined },
): Promise<void> {
  const draftId = input.draftId ?? null
  await deps.store.tx(async (q) => {
    const by = await mayInvite(q, viewer, draftId)
    const row = await findInvitation(q, { id: input.invitationId })
    if (!row || row.draftId !== draftId) throw new AppError('not-found', 'There is no such invitation.')
    if (row.revokedAt !== null) return
    await revokeRow(q, row.id, deps.now())
    await recordEvent(deps, q, {
      type: 'invitation.revoked',
      subject: `invitation/${row.id}`,
      payload: { invitation: row.id, by: by.actorId, draft: draftId },
    })
  })
}

/** Who may make links: an admin for the site, whoever manages it for a draft ([V4]). */
async function mayInvite(q: Q, viewer: Viewer | null, draftId: string | null): Promise<Viewer> {
  if (!viewer) throw new AppError('signed-out', 'Sign in first.')
  const by = await presentRights(q, viewer)
  if (draftId !== null) return (await managedDraft(q, by, 'draft.manage', draftId)).viewer
  if (!can(by, 'admin.read', null)) throw new AppError('not-allowed', 'Only an admin invites to the site.')
  return by
}

function readInput(
  { role, days, most }: MakeInvitation,
  draftId: string | null,
): { role: InvitationRole; days: number; most: number } {
  const fitting: readonly InvitationRole[] = draftId === null ? siteInvitationRoles : givenRoles
  const known = fitting.find((one) => one === role)
  if (!known) throw new AppError('bad-input', `Choose one of ${fitting.join(', ')}.`, 'role')
  const length = invitationDays.find((one) => String(one) === days.trim())
  if (!length) throw new AppError('bad-input', `Choose ${invitationDays.join(', ')} days.`, 'days')
  const people = Number(most)
  if (!Number.isInteger(people) || people < 1 || people > mostInvited) {
    throw new AppError('bad-input', `Give a number from 1 to ${mostInvited}.`, 'most')
  }
  return { role: known, days: length, most: people }
}
