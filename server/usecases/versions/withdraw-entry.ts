import { touchPublished } from '../../../db/queries/publication.ts'
import type { VersionRow } from '../../../db/queries/versions.ts'
import { insertVersion, lastVersionNumber } from '../../../db/queries/versions.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { nextVersion } from '../../../domain/publishing/merge-box.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { currentViewer } from '../ballots/ballot-access.ts'
import { currentOf } from './moderated-entry.ts'
import { recordVersion } from './record-version.ts'

/**
 * Takes an entry out of the atlas with a public reason (publishing SPEC [P10], [P11]). Its versions keep their
 * addresses; a draft that is published later brings it back.
 *
 * @param place the entry as in `strategies/pause`.
 * @throws AppError `bad-input` (reason), `signed-out`, `not-allowed`, `not-found`, `gone` where it is withdrawn.
 */
export async function withdrawEntry(
  deps: Deps,
  viewer: Viewer | null,
  { place, reason }: { place: string; reason: string },
): Promise<{ version: number }> {
  const note = checkText(reason, { field: 'reason', label: 'a reason', limit: 'note' })
  const version = await deps.store.tx(async (q) => {
    const by = await currentViewer(q, viewer)
    if (!can(by, 'entry.withdraw', null)) throw new AppError('not-allowed', 'Only a moderator withdraws an entry.')
    const { entry, version: last, snapshot } = await currentOf(q, place)
    if (last.kind === 'withdraw') throw new AppError('gone', `“${entry.title}” is withdrawn already.`)
    const version: VersionRow = {
      id: deps.newId(),
      entryId: entry.id,
      n: nextVersion(await lastVersionNumber(q, entry.id)),
      snapshotId: snapshot.id,
      kind: 'withdraw',
      variant: null,
      note,
      authors: [],
      decision: { kind: 'moderator', summary: 'Withdrawn by a moderator.' },
      ballotId: null,
      draftId: null,
      publishedBy: by.actorId,
      publishedAt: deps.now(),
      reviewAt: null,
      expiresAt: null,
    }
    await insertVersion(q, version, snapshot)
    await touchPublished(q)
    await recordVersion(deps, q, { entry, version, snapshot })
    return version
  })
  deps.live.publish([{ topic: `entry/${version.entryId}`, type: 'version.withdrawn', id: version.id }])
  return { version: version.n }
}
