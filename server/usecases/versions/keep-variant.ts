import { findActorName } from '../../../db/queries/actors.ts'
import type { VersionRow } from '../../../db/queries/versions.ts'
import { insertVariant, lastVersionNumber } from '../../../db/queries/versions.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { kindPath } from '../../../domain/entries/kinds.ts'
import { authorsOf } from '../../../domain/publishing/authors.ts'
import { nextVersion } from '../../../domain/publishing/merge-box.ts'
import { variantSummary } from '../../../domain/publishing/variants.ts'
import { checkLine, checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { currentViewer } from '../ballots/ballot-access.ts'
import { readableDraft } from '../drafts/draft-for.ts'
import { recordVersion } from './record-version.ts'
import { variantOf } from './variant-of.ts'
import { writtenBy } from './written-by.ts'

/**
 * Keeps the text of a draft that was not adopted as a minority variant of its entry (publishing SPEC [P30]–[P32]).
 * What is current stays current.
 *
 * @returns the address of the variant.
 * @throws AppError `bad-input` (name, note), `conflict` (name, or why it cannot be kept), `signed-out`, `not-allowed`,
 * `not-found`, `gone`.
 */
export async function keepVariant(
  deps: Deps,
  viewer: Viewer | null,
  input: { draftId: string; name?: string | undefined; note?: string | undefined },
): Promise<{ path: string }> {
  const { draftId } = input
  if (!viewer) throw new AppError('signed-out', 'Sign in first.')
  if (!can(viewer, 'moderation.read', null)) throw new AppError('not-allowed', 'Only a moderator keeps a variant.')
  const name = checkLine(input.name, { field: 'name', label: 'a name for the variant', limit: 'name' })
  const note = checkText(input.note, { field: 'note', label: 'why it is kept', limit: 'note' })
  const written = await writtenBy(deps, draftId)
  const { entry, version } = await deps.store.tx(async (q) => {
    const by = await currentViewer(q, viewer)
    if (!can(by, 'moderation.read', null)) throw new AppError('not-allowed', 'Only a moderator keeps a variant.')
    const { draft } = await readableDraft(q, by, draftId)
    if (draft.deletedAt !== null) throw new AppError('gone', 'This draft was deleted.')
    const { entry, ballot, snapshot, variants, fault } = await variantOf(q, draft)
    if (fault !== null || !ballot || !snapshot) throw new AppError('conflict', fault ?? 'There is no such text.')
    if (written?.snapshotId !== snapshot.id) {
      throw new AppError('conflict', 'The draft was decided on anew at this moment. Look again.')
    }
    if (variants.some((one) => one.name.toLowerCase() === name.toLowerCase())) {
      throw new AppError('conflict', 'Another variant of this entry has this name. Choose another one.', 'name')
    }
    const owner = { actorId: draft.ownerId, name: await findActorName(q, draft.ownerId) }
    const version: VersionRow & { variant: string } = {
      id: deps.newId(),
      entryId: entry.id,
      n: nextVersion(await lastVersionNumber(q, entry.id)),
      snapshotId: snapshot.id,
      kind: 'variant',
      variant: name,
      note,
      authors: authorsOf(written.people, owner, written.before),
      decision: { kind: 'moderator', ballotId: ballot.id, summary: variantSummary },
      // The ballot did not decide for it, and its draft was not published: both stand in the record alone.
      ballotId: null,
      draftId: null,
      publishedBy: by.actorId,
      publishedAt: deps.now(),
      reviewAt: null,
      expiresAt: null,
    }
    await insertVariant(q, version)
    const from = { draftId: draft.id, ballotId: ballot.id }
    await recordVersion(deps, q, { entry, version, snapshot }, { payload: { from }, leaf: { variant: name } })
    return { entry, version }
  })
  deps.live.publish([{ topic: `entry/${entry.id}`, type: 'version.variant-kept', id: version.id }])
  return { path: `/${kindPath[entry.kind]}/${entry.slug}/v/${version.n}` }
}
