import { touchEntry } from '../../../db/queries/entries.ts'
import { updateVersionDays } from '../../../db/queries/versions.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { authorIds } from '../../../domain/publishing/authors.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { currentViewer } from '../ballots/ballot-access.ts'
import { inAtlas } from './moderated-entry.ts'
import type { TypedShelfLife } from './shelf-life.ts'
import { checkShelfLife, scheduleShelfLife } from './shelf-life.ts'

/**
 * A moderator or an author says of the current version that it still stands, with a note, and sets its days anew
 * (publishing SPEC [P24]). The text is not touched.
 *
 * @param n the version that was looked at.
 * @throws AppError `bad-input` (note, review, expires), `signed-out`, `not-allowed`, `not-found`, `gone`, `conflict`.
 */
export async function affirmVersion(
  deps: Deps,
  viewer: Viewer | null,
  input: { entry: string; n: number; note: string } & TypedShelfLife,
): Promise<void> {
  const note = checkText(input.note, { field: 'note', label: 'why it still stands', limit: 'note' })
  const days = checkShelfLife(input, deps.now())
  if (days.reviewAt === null) throw new AppError('bad-input', 'Say when it is to be looked at next.', 'review')
  const version = await deps.store.tx(async (q) => {
    const by = await currentViewer(q, viewer)
    const { entry, version } = await inAtlas(q, input.entry)
    if (!can(by, 'version.affirm', { authorIds: authorIds(version.authors) })) {
      throw new AppError('not-allowed', 'An author of the version or a moderator says that it still stands.')
    }
    if (version.n !== input.n) {
      throw new AppError('conflict', `Version ${version.n} is current now. Look at it, then decide again.`)
    }
    await updateVersionDays(q, version.id, days)
    await scheduleShelfLife(deps, q, { id: version.id, ...days })
    await touchEntry(q, entry.id)
    await recordEvent(deps, q, {
      type: 'version.affirmed',
      subject: `entry/${entry.id}`,
      payload: { entryId: entry.id, n: version.n, ...days, by: by.actorId },
      leaf: { note },
    })
    return version
  })
  deps.live.publish([{ topic: `entry/${version.entryId}`, type: 'version.affirmed', id: version.id }])
}
