import { touchPublished } from '../../../db/queries/publication.ts'
import type { VersionRow } from '../../../db/queries/versions.ts'
import { insertVersion, lastVersionNumber } from '../../../db/queries/versions.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { nextVersion } from '../../../domain/publishing/merge-box.ts'
import { rollBackFault, rollBackSummary } from '../../../domain/publishing/roll-back.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { currentViewer } from '../ballots/ballot-access.ts'
import { armSignals } from '../signals/arm-signals.ts'
import { carryAnchors } from '../threads/carry-anchors.ts'
import { currentOf, numbered } from './moderated-entry.ts'
import { recordVersion } from './record-version.ts'

/**
 * Makes what an earlier version says current again, as a new version with a public reason (publishing SPEC [P16],
 * [P17]). Nothing is taken out of the history.
 *
 * @param place the entry as in `strategies/pause`.
 * @param n the earlier version.
 * @param current the version the moderator looked at; another one since then is a conflict.
 * @throws AppError `bad-input` (reason), `signed-out`, `not-allowed`, `not-found`, `conflict`.
 */
export async function rollBackEntry(
  deps: Deps,
  viewer: Viewer | null,
  { place, n, current, reason }: { place: string; n: number; current?: number | undefined; reason: string },
): Promise<{ version: number }> {
  const note = checkText(reason, { field: 'reason', label: 'a reason', limit: 'note' })
  const version = await deps.store.tx(async (q) => {
    const by = await currentViewer(q, viewer)
    if (!can(by, 'version.roll-back', null)) throw new AppError('not-allowed', 'Only a moderator rolls an entry back.')
    const { entry, version: last, snapshot: now } = await currentOf(q, place)
    if (current !== undefined && current !== last.n) {
      throw new AppError('conflict', `Version ${last.n} was published meanwhile. Look at it, then decide again.`)
    }
    const wanted = await numbered(q, entry, n)
    const fault = rollBackFault(
      { n: last.n, kind: last.kind, hash: now.hash },
      wanted && { n, kind: wanted.version.kind, hash: wanted.snapshot.hash },
      n,
    )
    if (fault || !wanted) throw new AppError(wanted ? 'conflict' : 'not-found', fault ?? '')
    const { snapshot } = wanted
    const version: VersionRow = {
      id: deps.newId(),
      entryId: entry.id,
      n: nextVersion(await lastVersionNumber(q, entry.id)),
      snapshotId: snapshot.id,
      kind: 'rollback',
      variant: null,
      note,
      authors: wanted.version.authors,
      decision: { kind: 'moderator', summary: rollBackSummary(n) },
      ballotId: null,
      // Minority notes and threads of the draft belong to its words, and come back with them.
      draftId: wanted.version.draftId,
      publishedBy: by.actorId,
      publishedAt: deps.now(),
      reviewAt: null,
      expiresAt: null,
    }
    await insertVersion(q, version, snapshot)
    const { content } = snapshot
    await carryAnchors(q, { entryId: entry.id, draftId: null, n: version.n, content, at: version.publishedAt })
    await armSignals(deps, q, entry.id)
    await touchPublished(q)
    await recordVersion(deps, q, { entry, version, snapshot }, { payload: { to: n } })
    return version
  })
  deps.live.publish([{ topic: `entry/${version.entryId}`, type: 'version.rolled-back', id: version.id }])
  return { version: version.n }
}
