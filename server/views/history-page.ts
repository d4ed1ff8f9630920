import { listEditionsOf } from '../../db/queries/editions.ts'
import { listVersionsWithHash } from '../../db/queries/version-lists.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import type { ChallengeLine } from './challenge-pages.ts'
import { challengesOf } from './challenge-pages.ts'
import type { NamedEntry, VersionHead } from './version-of.ts'
import { publishedEntry, versionHead } from './version-of.ts'

export interface HistoryPage {
  entry: NamedEntry
  /** Newest first. `threads`: how many were argued on the draft it came from. */
  versions: (VersionHead & {
    threads: number
    /** The version that was current before it; null for the first one and for a minority variant. */
    before: number | null
    challenges: ChallengeLine[]
    editions: string[]
    /** Where the viewer may make it current again; null for who may not. */
    rollBack: string | null
  })[]
  /** Where the current version may be challenged; null where nothing is in the atlas. */
  challenge: string | null
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
  const challenges = await challengesOf(deps.store.read, { entryId: row.id, kind })
  const editions = await listEditionsOf(deps.store.read, row.id)
  const mayRollBack = can(viewer, 'version.roll-back', null)
  const place = entry.path.slice(1)
  const line = versions.flatMap(({ version }) => (version.kind === 'variant' ? [] : [version.n]))
  const beforeOf = (n: number) => (line.includes(n) ? (line[line.indexOf(n) + 1] ?? null) : null)
  return {
    entry,
    challenge: entry.withdrawn ? null : `/challenges/new?entry=${place}`,
    versions: versions.map(({ version, hash, threads }) => ({
      ...versionHead(version, hash),
      threads,
      before: beforeOf(version.n),
      challenges: challenges.filter(({ n }) => n === version.n),
      editions: editions.filter(({ n }) => n === version.n).map(({ name }) => name),
      rollBack:
        mayRollBack && version.kind !== 'withdraw' && version.kind !== 'variant' && version.n !== entry.currentVersion
          ? `/moderation/roll-back?entry=${place}&n=${version.n}`
          : null,
    })),
  }
}
