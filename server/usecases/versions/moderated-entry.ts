import type { EntryRow } from '../../../db/queries/entries.ts'
import { findEntry } from '../../../db/queries/entries.ts'
import type { SnapshotRow } from '../../../db/queries/snapshots.ts'
import { findSnapshot } from '../../../db/queries/snapshots.ts'
import type { VersionRow } from '../../../db/queries/versions.ts'
import { findVersion } from '../../../db/queries/versions.ts'
import type { Q } from '../../../db/store.ts'
import { kinds } from '../../../domain/entries/kinds.ts'
import { readPlace } from '../../../domain/entries/place.ts'
import { AppError } from '../../errors.ts'

export interface PublishedVersion {
  entry: EntryRow
  version: VersionRow
  snapshot: SnapshotRow
}

/**
 * An entry that was published, with its current version, which may be one that withdrew it.
 *
 * @param place as in `strategies/pause`.
 * @throws AppError `not-found`.
 */
export async function currentOf(q: Q, place: string): Promise<PublishedVersion> {
  const named = readPlace(place)
  if (!named) throw new AppError('not-found', 'There is no such entry in the atlas.', 'entry')
  const entry = await findEntry(q, named.kind, named.slug)
  const found = entry?.currentVersion == null ? null : await numbered(q, entry, entry.currentVersion)
  if (found) return found
  throw new AppError('not-found', `No ${kinds[named.kind].label.toLowerCase()} is published at this address.`)
}

/** As {@link currentOf}, of an entry that is in the atlas. @throws AppError `not-found`, `gone` where it is withdrawn. */
export async function inAtlas(q: Q, place: string): Promise<PublishedVersion> {
  const found = await currentOf(q, place)
  if (found.version.kind !== 'withdraw') return found
  throw new AppError('gone', `“${found.entry.title}” is withdrawn from the atlas.`)
}

/** A version of an entry with its text; null where there is none. */
export async function numbered(q: Q, entry: EntryRow, n: number): Promise<PublishedVersion | null> {
  const version = await findVersion(q, entry.id, n)
  const snapshot = version && (await findSnapshot(q, version.snapshotId))
  return version && snapshot ? { entry, version, snapshot } : null
}
