import { findActorName } from '../../db/queries/actors.ts'
import { listInvitations } from '../../db/queries/invitations.ts'
import { isGood } from '../../domain/access/invitations.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { readableDraft } from '../usecases/drafts/draft-for.ts'
import type { Asked } from '../usecases/invitations/accept-invitation.ts'
import { goodInvitation } from '../usecases/invitations/accept-invitation.ts'

export interface InvitationPage {
  role: string
  /** The draft it is for; null for the site. */
  title: string | null
  by: string
  expiresAt: number
  signedIn: boolean
}

/** What a link offers. @throws AppError `not-found`, `too-many`. */
export async function invitationPage(deps: Deps, viewer: Viewer | null, asked: Asked): Promise<InvitationPage> {
  const q = deps.store.read
  const { row, draft } = await goodInvitation(deps, q, asked)
  return {
    role: row.role,
    title: draft?.title ?? null,
    by: await findActorName(q, row.createdBy),
    expiresAt: row.expiresAt,
    signedIn: viewer !== null && viewer.role !== 'guest',
  }
}

export interface InvitationLine {
  id: string
  role: string
  by: string
  createdAt: number
  expiresAt: number
  most: number
  used: number
  /** It can still be accepted. */
  good: boolean
  revoked: boolean
}

/**
 * The links to the site, or to a draft, the latest first.
 *
 * @throws AppError `not-found`, `not-allowed`, `signed-out`.
 */
export async function invitationsOf(
  deps: Deps,
  viewer: Viewer | null,
  draftId: string | null,
): Promise<InvitationLine[]> {
  const q = deps.store.read
  if (!viewer) throw new AppError('signed-out', 'Sign in to see this.')
  const may =
    draftId === null
      ? can(viewer, 'admin.read', null)
      : can(viewer, 'draft.manage', (await readableDraft(q, viewer, draftId)).thing)
  if (!may) throw new AppError('not-allowed', 'Only who may invite sees the invitations.')
  return (await listInvitations(q, draftId)).map(({ revokedAt, ...row }) => ({
    ...row,
    good: isGood({ ...row, revokedAt }, deps.now()),
    revoked: revokedAt !== null,
  }))
}
