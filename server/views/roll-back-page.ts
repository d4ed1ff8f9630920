import { lastVersionNumber } from '../../db/queries/versions.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { kindPath } from '../../domain/entries/kinds.ts'
import { nextVersion } from '../../domain/publishing/merge-box.ts'
import { rollBackFault } from '../../domain/publishing/roll-back.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { currentOf, numbered } from '../usecases/versions/moderated-entry.ts'
import { comparison } from './comparison.ts'
import { versionHead, versionNumber } from './version-of.ts'

/**
 * What a moderator sees before an earlier version is made current again: what that changes.
 *
 * @throws AppError `signed-out`, `not-allowed`, `not-found`.
 */
export async function rollBackPage(deps: Deps, viewer: Viewer | null, asked: { place: string; n: string }) {
  if (!viewer) throw new AppError('signed-out', 'Sign in to roll an entry back.')
  if (!can(viewer, 'version.roll-back', null))
    throw new AppError('not-allowed', 'Only a moderator rolls an entry back.')
  const q = deps.store.read
  const { entry, version: last, snapshot: now } = await currentOf(q, asked.place)
  const n = versionNumber(asked.n)
  const wanted = await numbered(q, entry, n)
  if (!wanted) throw new AppError('not-found', `${entry.title} has no version ${n}.`)
  const withdrawn = last.kind === 'withdraw'
  return {
    title: wanted.snapshot.content.title,
    place: `${kindPath[entry.kind]}/${entry.slug}`,
    path: `/${kindPath[entry.kind]}/${entry.slug}`,
    current: last.n,
    next: nextVersion(await lastVersionNumber(q, entry.id)),
    withdrawn,
    version: versionHead(wanted.version, wanted.snapshot.hash),
    fault: rollBackFault(
      { n: last.n, kind: last.kind, hash: now.hash },
      { n, kind: wanted.version.kind, hash: wanted.snapshot.hash },
      n,
    ),
    comparison: await comparison(deps, withdrawn ? null : now.content, wanted.snapshot.content),
  }
}
