import type { SourceOwner } from '../../../db/queries/attached-sources.ts'
import { insertAttached, listAttached } from '../../../db/queries/attached-sources.ts'
import { findEntry } from '../../../db/queries/entries.ts'
import { findVersion } from '../../../db/queries/versions.ts'
import type { Q } from '../../../db/store.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { decideAttach, mostSources } from '../../../domain/threads/sources.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import type { CheckedSource } from './read-sources.ts'

/**
 * Puts sources under a contribution or an objection, with an event each ([T24], [T25]). Call it in a transaction, once
 * it is known that this person may.
 *
 * @param subject what the events are about.
 * @throws AppError `bad-input` naming `sources.<n>.url` or `sources.<n>.entry`.
 */
export async function attachSources(
  deps: Deps,
  q: Q,
  by: Viewer,
  { owner, subject }: { owner: SourceOwner; subject: string },
  sources: readonly CheckedSource[],
): Promise<void> {
  const there = await listAttached(q, owner)
  for (const { entry, named, ...words } of sources) {
    const field = named(entry === null ? 'url' : 'entry')
    const entryId = entry === null ? null : await publishedSource(q, entry, field)
    const decision = decideAttach(there, { url: words.url, entryId })
    if (decision === 'twice') throw new AppError('bad-input', 'This source stands there already.', field)
    if (decision === 'too-many') {
      throw new AppError('bad-input', `There are ${mostSources} sources already. Remove one first.`, field)
    }
    const row = {
      id: deps.newId(),
      contributionId: null,
      objectionId: null,
      ...owner,
      ...words,
      entryId,
      addedBy: by.actorId,
      n: there.length,
      addedAt: deps.now(),
    }
    await insertAttached(q, row)
    there.push(row)
    await recordEvent(deps, q, {
      type: 'source.attached',
      subject,
      payload: { by: by.actorId, ...ownerOf(owner), source: row.id },
      leaf: { ...words, entry: entryId },
    })
  }
}

/** What an event calls the owner of a source. */
export function ownerOf(owner: SourceOwner): { contribution: string } | { objection: string } {
  return 'contributionId' in owner ? { contribution: owner.contributionId } : { objection: owner.objectionId }
}

async function publishedSource(q: Q, slug: string, field: string): Promise<string> {
  const found = await findEntry(q, 'source', slug)
  const version = found?.currentVersion == null ? undefined : await findVersion(q, found.id, found.currentVersion)
  if (found && version && version.kind !== 'withdraw') return found.id
  throw new AppError('bad-input', 'The atlas has no such source. Choose one from the list.', field)
}
