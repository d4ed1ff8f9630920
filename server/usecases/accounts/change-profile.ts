import { findProfile, saveProfile } from '../../../db/queries/profiles.ts'
import { readOrcid } from '../../../domain/access/orcid.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { writeRef } from '../../../domain/moderation/refs.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { refuseWithheld } from '../moderation/refuse-withheld.ts'
import { presentRights } from './present-rights.ts'

/**
 * Says something about oneself, for everybody to read on the own member page. Both may be empty.
 *
 * @throws AppError `bad-input` (bio, orcid); `not-allowed` while suspended,
 * `conflict` while what one said is hidden.
 */
export async function changeProfile(
  deps: Deps,
  viewer: Viewer | null,
  input: { bio: string; orcid: string },
): Promise<void> {
  if (!viewer || !can(viewer, 'account.own', null)) throw new AppError('signed-out', 'Sign in to change your profile.')
  const { actorId } = viewer
  const bio = checkText(input.bio, { field: 'bio', label: 'what you say about yourself', limit: 'bio', optional: true })
  const orcid = input.orcid.trim() === '' ? null : readOrcid(input.orcid)
  if (orcid === null && input.orcid.trim() !== '') {
    throw new AppError(
      'bad-input',
      'This is no ORCID iD. Write it as in 0000-0002-1825-0097, or leave it empty.',
      'orcid',
    )
  }
  await deps.store.tx(async (q) => {
    const by = await presentRights(q, viewer)
    if (by.suspended)
      throw new AppError('not-allowed', 'Your account is suspended: what everybody reads stays as it is.')
    const kept = await findProfile(q, actorId)
    // Hidden words are not worded anew past a moderator; the iD may change.
    if (bio.trim() !== kept.bio) await refuseWithheld(q, writeRef({ kind: 'member', id: actorId }))
    await saveProfile(q, { actorId, bio: bio.trim(), orcid })
  })
}
