import type { EntryKind } from '../../../domain/entries/kinds.ts'
import { editionHash } from '../../../domain/publishing/editions.ts'
import { Lie, same } from './faults.ts'
import type { EditionLine, EntryLine, VersionLine } from './lines.ts'
import type { Told } from './told.ts'

/** An edition holds the versions that its hash covers, and is what its event says ([R16]). @throws Lie */
export function checkEdition(
  edition: EditionLine,
  entries: ReadonlyMap<string, EntryLine>,
  versions: ReadonlyMap<string, readonly VersionLine[]>,
  told: Told,
): void {
  const where = `edition ${edition.name}`
  const event = told.editions.get(edition.id)
  if (!event) throw new Lie(where, 'no event of the record tells of it', edition.id, null)
  const { name, hash, by } = edition
  same(where, 'its name', name, event.payload.name)
  same(where, 'its hash', hash, event.payload.hash)
  same(where, 'who made it', by, event.payload.actorId)
  same(where, 'the number of its entries', edition.entries.length, event.payload.entries)
  if (!event.leaf) throw new Lie(where, `the leaf of event ${event.seq} is missing`, null, event.leafHash)
  same(where, 'its note', edition.note, event.leaf.payload.note)
  const ids = edition.entries.map(({ entryId }) => entryId)
  same(where, 'its entries, each once and in order', ids, [...new Set(ids)].sort())
  const held = edition.entries.map(({ entryId, n, ...rest }) => {
    const entry = entries.get(entryId)
    const version = versions.get(entryId)?.find((one) => one.n === n)
    const contentHash = told.snapshots.get(version?.snapshotId ?? '')?.hash
    if (!entry || typeof contentHash !== 'string' || Object.keys(rest).length > 0) {
      throw new Lie(where, 'a version that it holds', `${entryId} ${n}`, null)
    }
    return { kind: entry.of as EntryKind, slug: entry.slug, n, contentHash }
  })
  same(where, 'the hash of what it holds', hash, editionHash(held))
}
