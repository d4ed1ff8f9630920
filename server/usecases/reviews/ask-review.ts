import { findActorViewer } from '../../../db/queries/actors.ts'
import { findDraftFor } from '../../../db/queries/drafts.ts'
import { changeRequest, countAskedSince, insertRequest, listOpenRequests } from '../../../db/queries/reviews.ts'
import type { Q } from '../../../db/store.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { day, endOfDay } from '../../../domain/text/day.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { TooMany } from '../../rate-limits.ts'
import { recordEvent } from '../../record/record-event.ts'
import { managedDraft } from '../drafts/draft-for.ts'

interface AskReview {
  draftId: string
  /** Ids of the accounts that are asked. */
  reviewers: readonly string[]
  /** A day as in `2026-12-01`; empty for none. */
  due: string
  note: string
}

/** People of one act. */
const most = 20
/** Requests by one person: each comes with a mail. */
const mostInDay = 40

/**
 * Asks members for a review of a draft (reviews SPEC [V1], [V2]).
 *
 * @throws AppError `bad-input` (field `reviewers`, `due` or `note`), `too-many`, and as `managedDraft`.
 */
export async function askReview(deps: Deps, viewer: Viewer | null, input: AskReview): Promise<{ asked: number }> {
  const note = checkText(input.note, { field: 'note', label: 'what to look at', limit: 'reason', optional: true })
  const dueAt = readDue(input.due, deps.now())
  const reviewers = [...new Set(input.reviewers)].filter((id) => id !== '')
  if (reviewers.length === 0) throw new AppError('bad-input', 'Choose whom you ask.', 'reviewers')
  if (reviewers.length > most) throw new AppError('bad-input', `Ask ${most} people at most at once.`, 'reviewers')
  const { draftId } = input
  await deps.store.tx(async (q) => {
    const { draft, viewer: by } = await managedDraft(q, viewer, 'draft.manage', draftId)
    const open = new Map((await listOpenRequests(q, draftId)).map(({ request }) => [request.reviewerId, request]))
    for (const reviewerId of reviewers) {
      await refuseWhoMayNot(q, draft.id, reviewerId)
      const known = open.get(reviewerId)
      if (known && known.dueAt === dueAt && known.note === note) continue
      const asked = { askedBy: by.actorId, askedAt: deps.now(), dueAt, note }
      const id = known?.id ?? deps.newId()
      if (known) await changeRequest(q, id, asked)
      else await insertRequest(q, { id, draftId, reviewerId, ...asked, endedAt: null, reviewId: null })
      await recordEvent(deps, q, {
        type: 'review.asked',
        subject: `draft/${draftId}`,
        payload: { draftId, request: id, reviewerId, by: by.actorId, dueAt },
        leaf: { note },
      })
    }
    if ((await countAskedSince(q, by.actorId, deps.now() - day)) > mostInDay) {
      throw new TooMany(`You may ask ${mostInDay} people in a day. Your words are kept here.`, 3600)
    }
  })
  deps.live.publish([{ topic: `draft/${draftId}`, type: 'review.asked', id: draftId }])
  return { asked: reviewers.length }
}

/** @throws AppError `bad-input` for an account that may not review the draft. */
async function refuseWhoMayNot(q: Q, draftId: string, reviewerId: string): Promise<void> {
  const reviewer = await findActorViewer(q, reviewerId)
  const found = await findDraftFor(q, draftId, reviewerId)
  if (reviewer && found && can(reviewer, 'draft.review', found.thing)) return
  const who = reviewer?.name ?? 'Somebody you chose'
  throw new AppError(
    'bad-input',
    found?.draft.ownerId === reviewerId
      ? `${who} owns this draft. Others review it.`
      : `${who} may not comment on this draft as it stands. Give them a role in it first.`,
    'reviewers',
  )
}

function readDue(typed: string, now: number): number | null {
  if (typed.trim() === '') return null
  const at = endOfDay(typed.trim())
  if (Number.isNaN(at)) throw new AppError('bad-input', 'Write a day such as 2026-12-01, or leave it empty.', 'due')
  if (at <= now) throw new AppError('bad-input', 'This day is over. Choose a later one, or leave it empty.', 'due')
  return at
}

/**
 * Takes a request for a review back (reviews SPEC [V2]).
 *
 * @throws AppError `conflict` where it was answered or taken back already, and as `managedDraft`.
 */
export async function withdrawRequest(
  deps: Deps,
  viewer: Viewer | null,
  { draftId, requestId }: { draftId: string; requestId: string },
): Promise<void> {
  await deps.store.tx(async (q) => {
    const { viewer: by } = await managedDraft(q, viewer, 'draft.manage', draftId)
    const open = (await listOpenRequests(q, draftId)).find(({ request }) => request.id === requestId)
    if (!open) throw new AppError('conflict', 'This request was answered or taken back already.')
    await changeRequest(q, requestId, { endedAt: deps.now() })
    await recordEvent(deps, q, {
      type: 'review.request-withdrawn',
      subject: `draft/${draftId}`,
      payload: { draftId, request: requestId, by: by.actorId },
    })
  })
  deps.live.publish([{ topic: `draft/${draftId}`, type: 'review.request-withdrawn', id: draftId }])
}
