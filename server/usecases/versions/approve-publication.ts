import { insertApproval } from '../../../db/queries/approvals.ts'
import { frozenTextOf, lastBallotOf } from '../../../db/queries/publication.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { currentViewer } from '../ballots/ballot-access.ts'
import { readableDraft } from '../drafts/draft-for.ts'

/**
 * Agrees, as a second moderator, to the publication of exactly the text that was voted on (ballots SPEC [B62]). Of
 * another text, or by who publishes it, the agreement counts for nothing.
 *
 * @param snapshotId the text that was on the screen.
 * @throws AppError `bad-input` (note), `conflict` where another text is decided on since, `not-ready` where no ballot
 * asks for it, `not-found`, `not-allowed`, `signed-out`.
 */
export async function approvePublication(
  deps: Deps,
  viewer: Viewer | null,
  input: { draftId: string; snapshotId: string; note?: string | undefined },
): Promise<void> {
  const { draftId } = input
  const note = checkText(input.note, { field: 'approvalNote', label: 'the note', limit: 'note', optional: true })
  await deps.store.tx(async (q) => {
    const by = await currentViewer(q, viewer)
    const { draft, thing } = await readableDraft(q, by, draftId)
    if (!can(by, 'moderation.read', null))
      throw new AppError('not-allowed', 'Only a moderator agrees to a publication.')
    const ballot = await lastBallotOf(q, draft.id)
    const snapshot = ballot && (await frozenTextOf(q, ballot, draft.id))
    if (!can(by, 'version.publish', thing) || !ballot?.secondModerator || !snapshot) {
      throw new AppError('not-ready', 'No ballot about this draft waits for a second moderator.')
    }
    if (snapshot.id !== input.snapshotId) {
      throw new AppError('conflict', 'Another text was decided on since. Look at it, then agree.')
    }
    const actorId = by.actorId
    const isNew = await insertApproval(q, { draftId, snapshotId: snapshot.id, actorId, note, at: deps.now() })
    if (!isNew) return
    await recordEvent(deps, q, {
      type: 'publication.approved',
      subject: `draft/${draftId}`,
      payload: { draftId, snapshotId: snapshot.id, contentHash: snapshot.hash, by: actorId },
      leaf: { note },
    })
  })
  deps.live.publish([{ topic: `draft/${draftId}`, type: 'publication.approved', id: draftId }])
}
