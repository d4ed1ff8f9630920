import type { EntryRow } from '../../../db/queries/entries.ts'
import type { SnapshotRow } from '../../../db/queries/snapshots.ts'
import type { VersionRow } from '../../../db/queries/versions.ts'
import type { Q } from '../../../db/store.ts'
import { placeHash } from '../../../domain/entries/covered-words.ts'
import { hashJson } from '../../../domain/record/hash.ts'
import type { Deps } from '../../deps.ts'
import { recordEvent } from '../../record/record-event.ts'

const types = {
  import: 'version.imported',
  publish: 'version.published',
  rollback: 'version.rolled-back',
  withdraw: 'version.withdrawn',
  variant: 'version.variant-kept',
} as const satisfies Record<VersionRow['kind'], string>

/**
 * Records that a version was made, with all that the checks of the record and of a bundle hold against it. Call it in
 * the transaction that makes it.
 *
 * @param more what is told of this kind of version alone.
 */
export async function recordVersion(
  deps: Pick<Deps, 'now' | 'randomBytes'>,
  q: Q,
  {
    entry,
    version,
    snapshot,
  }: { entry: Pick<EntryRow, 'id' | 'kind' | 'slug'>; version: VersionRow; snapshot: SnapshotRow },
  more: { payload?: Record<string, unknown>; leaf?: Record<string, unknown> } = {},
): Promise<void> {
  await recordEvent(deps, q, {
    type: types[version.kind],
    subject: `entry/${entry.id}`,
    payload: {
      entryId: entry.id,
      versionId: version.id,
      n: version.n,
      snapshotId: snapshot.id,
      contentHash: snapshot.hash,
      decisionHash: hashJson(version.decision),
      authorIds: version.authors.map(({ actorId }) => actorId),
      place: placeHash(entry),
      publishedAt: version.publishedAt,
      // Nobody decides an import.
      ...(version.kind === 'import' ? {} : { actorId: version.publishedBy }),
      ...more.payload,
    },
    leaf: { note: version.note, authors: version.authors, ...more.leaf },
  })
}
