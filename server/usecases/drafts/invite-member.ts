import { findAccount, listDraftMembers, putDraftMember, removeDraftMember } from '../../../db/queries/drafts.ts'
import type { Q } from '../../../db/store.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { isMember } from '../../../domain/access/viewer.ts'
import type { GivenRole } from '../../../domain/drafts/roles.ts'
import { givenRoles } from '../../../domain/drafts/roles.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import type { Limit } from '../../rate-limits.ts'
import { recordEvent } from '../../record/record-event.ts'
import { refuseWithheld } from '../moderation/refuse-withheld.ts'
import { managedDraft } from './draft-for.ts'

export interface Invitation {
  draftId: string
  /** The account, by id or by e-mail address. */
  actorId?: string | undefined
  email?: string | undefined
  /** `none` takes the role away. */
  role: string
}

/**
 * Gives an account a role in a draft, or takes it away (drafts SPEC [D7], [D8]).
 *
 * @param byEmail how often somebody may name an e-mail that cannot be invited: each answer tells who has an account.
 * @throws AppError `bad-input` naming `email`, `actorId` or `role`, `conflict` where a moderator hid the draft,
 * `too-many`, and as `managedDraft`.
 */
export async function inviteMember(
  deps: Deps,
  viewer: Viewer | null,
  { byEmail, ...input }: Invitation & { byEmail: Limit },
): Promise<void> {
  if (!viewer || input.actorId) return give(deps, viewer, input)
  await byEmail.take(viewer.actorId)
  try {
    await give(deps, viewer, input)
  } catch (error) {
    const tells = error instanceof AppError && error.code === 'bad-input' && error.field === 'email'
    if (!tells) await byEmail.giveBack(viewer.actorId)
    throw error
  }
  await byEmail.giveBack(viewer.actorId)
}

async function give(deps: Deps, viewer: Viewer | null, input: Invitation): Promise<void> {
  const { draftId } = input
  const role = parseRole(input.role)
  const type = role === 'none' ? 'draft.member-removed' : 'draft.member-set'
  await deps.store.tx(async (q) => {
    const { draft, viewer: by } = await managedDraft(q, viewer, 'draft.manage', draftId)
    const account = await accountOf(q, input)
    if (account.actorId === draft.ownerId) {
      throw new AppError('bad-input', 'The owner of a draft keeps that role.', input.email ? 'email' : 'actorId')
    }
    if (role === 'none') {
      const members = await listDraftMembers(q, draftId)
      if (!members.some((member) => member.actorId === account.actorId)) return
      await removeDraftMember(q, draftId, account.actorId)
    } else {
      await refuseWithheld(q, `draft/${draftId}`)
      if (account.suspendedAt !== null || (role !== 'reader' && !mayTakePart(account))) {
        throw new AppError(
          'bad-input',
          'This account may not write or comment. A moderator can make it a contributor first.',
          input.email ? 'email' : 'actorId',
        )
      }
      await putDraftMember(q, draftId, account.actorId, role)
    }
    await recordEvent(deps, q, {
      type,
      subject: `draft/${draftId}`,
      payload: { draftId, entryId: draft.entryId, actorId: by.actorId, memberId: account.actorId, role },
    })
  })
  deps.collab.reauthorise({ draftId })
  deps.live.publish([{ topic: `draft/${draftId}`, type, id: draftId }])
}

function parseRole(role: string): GivenRole | 'none' {
  const known = [...givenRoles, 'none' as const].find((one) => one === role)
  if (!known) throw new AppError('bad-input', `Choose one of ${givenRoles.join(', ')}, none.`, 'role')
  return known
}

type Account = NonNullable<Awaited<ReturnType<typeof findAccount>>>

async function accountOf(q: Q, { actorId, email }: Invitation): Promise<Account> {
  const address = email?.trim().toLowerCase() ?? ''
  const field = actorId ? 'actorId' : 'email'
  if (!actorId && address === '') throw new AppError('bad-input', 'Write an e-mail address, or choose a person.', field)
  const account = await findAccount(q, actorId ? { actorId } : { email: address })
  if (!account) {
    const detail = actorId ? 'There is no such account.' : 'Nobody has signed up with this e-mail address.'
    throw new AppError('bad-input', detail, field)
  }
  return account
}

function mayTakePart({ actorId, name, role, suspendedAt }: Account): boolean {
  return isMember({ actorId, name, role, colour: '', suspended: suspendedAt !== null })
}
