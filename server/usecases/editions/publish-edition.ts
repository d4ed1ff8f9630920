import { findEdition, insertEdition, latestEdition, listCurrentVersions } from '../../../db/queries/editions.ts'
import { touchPublished } from '../../../db/queries/publication.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { editionHash, isEditionName } from '../../../domain/publishing/editions.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { currentViewer } from '../ballots/ballot-access.ts'

/**
 * Freezes the current version of every entry that is not withdrawn under one name (publishing SPEC [P12]–[P14]).
 * Nothing of an edition ever changes; a later one replaces it as the edition in force.
 *
 * @throws AppError `bad-input` (name, note), `signed-out`, `not-allowed`, `conflict` (name) where it is taken,
 * `not-ready` where nothing is published.
 */
export async function publishEdition(
  deps: Deps,
  viewer: Viewer | null,
  input: { name: string; note: string },
): Promise<{ name: string; entries: number }> {
  const name = input.name.trim()
  return deps.store.tx(async (q) => {
    const by = await currentViewer(q, viewer)
    if (!can(by, 'edition.publish', null)) throw new AppError('not-allowed', 'Only a moderator makes an edition.')
    if (!isEditionName(name)) {
      const how =
        'Name it by year and number, as in 2026.4, and if you like a few words after a dash, as in 2026.4-draft.'
      throw new AppError('bad-input', how, 'name')
    }
    const note = checkText(input.note, { field: 'note', label: 'what this edition is', limit: 'note' })
    if (await findEdition(q, name)) {
      throw new AppError(
        'conflict',
        `There is an edition ${name} already, and it never changes. Choose another name.`,
        'name',
      )
    }
    const contents = await listCurrentVersions(q)
    if (contents.length === 0) throw new AppError('not-ready', 'Nothing is published that an edition could hold.')
    const before = await latestEdition(q)
    // Two of one moment could not be told apart as the earlier and the later one.
    const at = Math.max(deps.now(), (before?.at ?? 0) + 1)
    const edition = { id: deps.newId(), name, note, hash: editionHash(contents), by: by.actorId, at }
    await insertEdition(q, edition, contents)
    await touchPublished(q)
    await recordEvent(deps, q, {
      type: 'edition.published',
      subject: `edition/${name}`,
      payload: {
        editionId: edition.id,
        name,
        hash: edition.hash,
        entries: contents.length,
        actorId: by.actorId,
      },
      leaf: { note },
    })
    return { name, entries: contents.length }
  })
}
