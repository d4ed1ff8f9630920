import { listVersionsWithHash } from '../../db/queries/version-lists.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import type { NamedEntry, VersionHead } from './version-of.ts'
import { publishedEntry, versionHead } from './version-of.ts'

export interface HistoryPage {
  entry: NamedEntry
  /** Newest first. `threads`: how many were argued on the draft it came from. */
  versions: (VersionHead & { threads: number })[]
}

/** All versions of an entry. @throws AppError `not-found`. */
export async function historyPage(
  deps: Deps,
  viewer: Viewer | null,
  { kind, slug }: { kind: EntryKind; slug: string },
): Promise<HistoryPage> {
  if (!can(viewer, 'atlas.read', null)) throw new AppError('signed-out', 'Sign in to read the atlas.')
  const { row, ...entry } = await publishedEntry(deps.store.read, kind, slug)
  const versions = await listVersionsWithHash(deps.store.read, row.id)
  return { entry, versions: versions.map(({ version, hash, threads }) => ({ ...versionHead(version, hash), threads })) }
}
