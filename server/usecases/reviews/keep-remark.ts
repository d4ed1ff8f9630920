import { deleteRemark, insertRemark, listRemarks } from '../../../db/queries/reviews.ts'
import type { Q } from '../../../db/store.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { EntryKind } from '../../../domain/entries/kinds.ts'
import { placeLabel } from '../../../domain/threads/place.ts'
import { typesOf } from '../../../domain/threads/rules.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { limitWords } from '../moderation/write-limits.ts'
import { findReadableThread } from '../threads/thread-access.ts'
import { reviewable } from './review-access.ts'

/** Remarks of one review: fewer than a newcomer may post in a day, so that it can be submitted. */
const most = 30

interface KeepRemark {
  draftId: string
  /** A place of the draft as in `section/bet`, or `thread/<id>`. */
  target: string
  type: string
  text: string
}

/**
 * Keeps a remark for one's review, unseen by others until that is submitted (reviews SPEC [V5]).
 *
 * @throws AppError `bad-input` (field `target`, `type` or `text`), and as `reviewable`.
 */
export async function keepRemark(deps: Deps, viewer: Viewer | null, input: KeepRemark): Promise<void> {
  const text = checkText(input.text, { field: 'text', label: 'your remark', limit: 'contribution' })
  await deps.store.tx(async (q) => {
    const { draft, by } = await reviewable(q, viewer, input.draftId)
    const type = typesOf('general').find((one) => one === input.type)
    if (!type) throw new AppError('bad-input', 'Choose what your remark is.', 'type')
    await checkTarget(q, by, draft, input.target)
    if ((await listRemarks(q, draft.id, by.actorId)).length >= most) {
      throw new AppError('bad-input', `A review holds ${most} remarks. Submit it, then begin another one.`, 'text')
    }
    await limitWords(deps, q, { actorId: by.actorId, draftId: draft.id }, { text })
    await insertRemark(q, {
      id: deps.newId(),
      draftId: draft.id,
      authorId: by.actorId,
      target: input.target,
      type,
      text,
      at: deps.now(),
    })
  })
}

async function checkTarget(q: Q, by: Viewer, draft: { id: string; kind: EntryKind }, target: string): Promise<void> {
  if (target.startsWith('thread/')) {
    const found = await findReadableThread(q, by, target.slice('thread/'.length))
    if (found?.thread.draftId === draft.id && found.thread.state === 'open') return
  } else if (placeLabel(draft.kind, target) !== null) return
  throw new AppError('bad-input', 'Choose a part of the draft, or one of its open threads.', 'target')
}

/** Takes a remark away that was kept for a review. @throws AppError `conflict`, `signed-out`. */
export async function dropRemark(deps: Deps, viewer: Viewer | null, { remarkId }: { remarkId: string }): Promise<void> {
  if (!viewer) throw new AppError('signed-out', 'Sign in to do this.')
  const gone = await deps.store.tx((q) => deleteRemark(q, remarkId, viewer.actorId))
  if (!gone) throw new AppError('conflict', 'This remark is not there any more.')
}
