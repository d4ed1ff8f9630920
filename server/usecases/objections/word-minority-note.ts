import { updateObjection } from '../../../db/queries/objections.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { canWordNote } from '../../../domain/objections/rules.ts'
import { canWordFor } from '../../../domain/objections/stand-ins.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { signedIn } from '../threads/thread-access.ts'
import { changeObjection } from './change-objection.ts'

/**
 * The objector's own words for the minority note that travels with the version ([O5]), or those of their stand-in
 * ([O16]).
 *
 * @throws AppError `bad-input` (field `note`), `conflict` while the objection is open or after publication,
 * `not-found`, `not-allowed`, `signed-out`.
 */
export async function wordMinorityNote(
  deps: Deps,
  viewer: Viewer | null,
  input: { objectionId: string; note: string },
): Promise<void> {
  const asking = signedIn(viewer)
  const note = checkText(input.note, { field: 'note', label: 'the minority note', limit: 'note' })
  await changeObjection(deps, asking, input.objectionId, 'objection.note-worded', async (q, by, loaded) => {
    const { objection, thing, draft, standing } = loaded
    if (!can(by, 'objection.word-note', thing)) {
      throw new AppError(
        'not-allowed',
        'Only its owner words the minority note of an objection, or who stands in for them.',
      )
    }
    const published = draft.state === 'published'
    const own = canWordNote(objection, by.actorId, published)
    if (!own && !canWordFor({ ...objection, ...standing }, by.actorId, published)) {
      throw new AppError(
        'conflict',
        published
          ? 'The version is published and its notes are part of it.'
          : objection.ownerId !== by.actorId && objection.minorityNote !== null
            ? 'Who objected has worded the note. It stays theirs.'
            : 'A note can be worded once the objection is answered and not adopted in full.',
      )
    }
    await updateObjection(q, objection.id, { disposition: 'minority-note', minorityNote: note, noteBy: by.actorId })
    const payload = { was: objection.disposition, ...(!own && { standIn: true }) }
    return { payload, leaf: { note } }
  })
}
