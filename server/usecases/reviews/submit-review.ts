import type { DraftRow } from '../../../db/queries/drafts.ts'
import type { RemarkRow } from '../../../db/queries/reviews.ts'
import { changeRequest, deleteRemarks, insertReview, listRemarks, listRequestsTo } from '../../../db/queries/reviews.ts'
import type { ThreadRow } from '../../../db/queries/threads.ts'
import { findOpenThreadNamed } from '../../../db/queries/threads.ts'
import type { Q } from '../../../db/store.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { reviewFault, verdicts } from '../../../domain/reviews/review.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { takeSnapshot } from '../drafts/take-snapshot.ts'
import { limitWriting } from '../moderation/write-limits.ts'
import { beginThread } from '../threads/begin-thread.ts'
import { postWords } from '../threads/post-words.ts'
import { findReadableThread, threadEvents } from '../threads/thread-access.ts'
import { reviewable } from './review-access.ts'

/** The thread in which the remarks of reviews about one place stand. */
const threadTitle = 'Review'

/**
 * Submits a review with everything that was kept for it, in one act (reviews SPEC [V6]–[V8]).
 *
 * @throws AppError `bad-input` (field `verdict` or `text`), `too-many`,
 * `unavailable` for a damaged draft, and as `reviewable`.
 */
export async function submitReview(
  deps: Deps,
  viewer: Viewer | null,
  input: { draftId: string; verdict: string; text: string },
): Promise<{ id: string }> {
  const verdict = verdicts.find((one) => one === input.verdict)
  if (!verdict) throw new AppError('bad-input', 'Choose a verdict.', 'verdict')
  const text = checkText(input.text, { field: 'text', label: 'your review', limit: 'note', optional: true })
  await reviewable(deps.store.read, viewer, input.draftId)
  const reading = await deps.collab.readDraft(input.draftId)
  const { id, touched } = await deps.store.tx(async (q) => {
    const { draft, by } = await reviewable(q, viewer, input.draftId)
    const remarks = await listRemarks(q, draft.id, by.actorId)
    const fault = reviewFault({ verdict, text, remarks: remarks.length })
    if (fault) throw new AppError('bad-input', fault, 'text')
    const snapshot = await takeSnapshot(deps, q, draft, reading)
    const touched = await postRemarks(deps, q, by, draft, remarks)
    await deleteRemarks(q, draft.id, by.actorId)
    const id = deps.newId()
    await insertReview(q, {
      id,
      draftId: draft.id,
      reviewerId: by.actorId,
      snapshotId: snapshot.id,
      verdict,
      text,
      remarks: remarks.length,
      at: deps.now(),
    })
    for (const request of await listRequestsTo(q, by.actorId, [draft.id])) {
      await changeRequest(q, request.id, { endedAt: deps.now(), reviewId: id })
    }
    await recordEvent(deps, q, {
      type: 'review.submitted',
      subject: `draft/${draft.id}`,
      payload: {
        draftId: draft.id,
        reviewId: id,
        by: by.actorId,
        contentHash: snapshot.hash,
        remarks: remarks.length,
      },
      leaf: { verdict, text },
    })
    return { id, touched: [...touched.values()] }
  })
  deps.live.publish([
    { topic: `draft/${input.draftId}`, type: 'review.submitted', id: input.draftId },
    ...touched.flatMap((thread) => threadEvents(thread, 'contribution.posted')),
  ])
  return { id }
}

/** Posts all remarks. They are one act, so the limits are asked for all before the first. @returns threads, by id. */
async function postRemarks(deps: Deps, q: Q, by: Viewer, draft: DraftRow, remarks: readonly RemarkRow[]) {
  const touched = new Map<string, ThreadRow>()
  const posts = []
  for (const { type, text, ...remark } of remarks) {
    const thread = await threadFor(deps, q, by, draft, remark)
    const writing = { actorId: by.actorId, threadId: thread.id, draftId: draft.id }
    await limitWriting(deps, q, writing, { text, posts: remarks.length })
    posts.push({ threadId: thread.id, by: by.actorId, type, text, limited: true })
    touched.set(thread.id, thread)
  }
  for (const post of posts) await postWords(deps, q, post)
  return touched
}

/** Where a remark is posted ([V7]). */
async function threadFor(
  deps: Deps,
  q: Q,
  by: Viewer,
  draft: DraftRow,
  { target }: Pick<RemarkRow, 'target'>,
): Promise<ThreadRow> {
  const isThread = target.startsWith('thread/')
  const named = isThread ? await findReadableThread(q, by, target.slice('thread/'.length)) : null
  if (named?.thread.draftId === draft.id && can(by, 'contribution.post', named.thing)) return named.thread
  const place = named?.thread.place ?? (isThread ? 'entry' : target)
  const about = { entryId: draft.entryId, draftId: draft.id }
  const known = await findOpenThreadNamed(q, about, { place, title: threadTitle })
  if (known) return known
  return beginThread(deps, q, by, {
    ...about,
    version: null,
    place,
    kind: 'general',
    title: threadTitle,
    header: {},
    anchored: false,
  })
}
