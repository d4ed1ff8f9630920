import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { Comparison } from '../../domain/compare/contents.ts'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { comparison } from './comparison.ts'
import type { NamedEntry, VersionHead } from './version-of.ts'
import { publishedEntry, versionHead, versionOf } from './version-of.ts'

export interface ComparePage {
  entry: NamedEntry
  before: VersionHead
  after: VersionHead
  comparison: Comparison
}

/**
 * What changed between two versions of an entry.
 *
 * @param range two version numbers, as in `1...2`.
 * @throws AppError `bad-input` for a range that is not one, `not-found` for a version that does not exist.
 */
export async function comparePage(
  deps: Deps,
  viewer: Viewer | null,
  { kind, slug, range }: { kind: EntryKind; slug: string; range: string },
): Promise<ComparePage> {
  if (!can(viewer, 'atlas.read', null)) throw new AppError('signed-out', 'Sign in to read the atlas.')
  const q = deps.store.read
  const { row, ...entry } = await publishedEntry(q, kind, slug)
  const [, from, to] = /^([1-9][0-9]{0,6})\.\.\.([1-9][0-9]{0,6})$/.exec(range) ?? []
  if (!from || !to) {
    throw new AppError('bad-input', 'Name two versions with three dots between them, as in 1...2.', 'range')
  }
  if (from === to)
    throw new AppError('bad-input', `Version ${from} is the same as itself. Choose two versions.`, 'range')
  const before = await versionOf(q, { ...entry, row }, Number(from))
  const after = await versionOf(q, { ...entry, row }, Number(to))
  return {
    entry,
    before: versionHead(before.version, before.snapshot.hash),
    after: versionHead(after.version, after.snapshot.hash),
    comparison: await comparison(deps, before.snapshot.content, after.snapshot.content),
  }
}
