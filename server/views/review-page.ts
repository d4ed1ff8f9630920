import { listInvitable } from '../../db/queries/drafts.ts'
import { listOpenRequests, listRemarks, listReviews } from '../../db/queries/reviews.ts'
import { findSnapshot } from '../../db/queries/snapshots.ts'
import { listDraftThreads } from '../../db/queries/threads.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { partHashes } from '../../domain/entries/content-hash.ts'
import type { Verdict } from '../../domain/reviews/review.ts'
import { changedParts } from '../../domain/reviews/review.ts'
import { partLabel, placeLabel, placesOf } from '../../domain/threads/place.ts'
import { typesOf } from '../../domain/threads/rules.ts'
import type { ContributionType } from '../../domain/threads/words.ts'
import type { Deps } from '../deps.ts'
import { readDraftOrNull } from '../read-draft.ts'
import { readableDraft } from '../usecases/drafts/draft-for.ts'
import type { HiddenWords } from './hidden-words.ts'
import { hiddenWords } from './hidden-words.ts'

export interface ReviewPage {
  draft: { id: string; title: string }
  requests: { id: string; reviewer: string; mine: boolean; dueAt: number | null; late: boolean; note: string }[]
  reviews: {
    id: string
    reviewer: string
    verdict: Verdict
    text: string
    remarks: number
    at: number
    mayFlag: boolean
    hidden: HiddenWords | null
    /** Names of the parts that have changed since; null where the draft cannot be read now. */
    changed: string[] | null
  }[]
  /** What the viewer has kept for a review of their own; null for who may not review it. */
  own: { id: string; target: string; type: ContributionType; text: string }[] | null
  /** Where a remark may go, by what is sent. */
  targets: { value: string; label: string }[]
  types: ContributionType[]
  /** Whom the viewer may ask; null for who may not ask. */
  askable: { actorId: string; name: string; asked: boolean }[] | null
  now: number
}

/** Who is asked for a review of a draft, what reviews say, and the viewer's own. @throws AppError `not-found`, `signed-out`. */
export async function reviewPage(deps: Deps, viewer: Viewer | null, id: string): Promise<ReviewPage> {
  const q = deps.store.read
  const { draft, thing } = await readableDraft(q, viewer, id)
  const now = deps.now()
  const reading = await readDraftOrNull(deps, id)
  const present = reading && partHashes(reading.content)
  const open = await listOpenRequests(q, id)
  const asked = new Set(open.map(({ request }) => request.reviewerId))
  const threads = (await listDraftThreads(q, id)).filter(({ state }) => state === 'open')
  const targets = [
    ...placesOf(draft.kind).map((place) => ({ value: place, label: placeLabel(draft.kind, place) ?? place })),
    ...threads.map((thread) => ({ value: `thread/${thread.id}`, label: `Thread: ${thread.title}` })),
  ]
  const named = new Map(targets.map(({ value, label }) => [value, label]))
  const mayReview = viewer !== null && can(viewer, 'draft.review', thing)
  const remarks = mayReview ? await listRemarks(q, id, viewer.actorId) : []
  const reviews = []
  const given = await listReviews(q, id)
  const written = given.map(({ review }) => ({ thing: `review/${review.id}`, authorId: review.reviewerId }))
  const kept = await hiddenWords(q, viewer, written)
  for (const { review, reviewer } of given) {
    const { verdict, text, at, snapshotId, reviewerId } = review
    const hidden = kept.get(`review/${review.id}`) ?? null
    const mayFlag = text !== '' && reviewerId !== viewer?.actorId && can(viewer, 'thing.flag', null)
    const snapshot = present && (await findSnapshot(q, snapshotId))
    const changed = snapshot ? changedParts(partHashes(snapshot.content), present) : null
    const labels = changed?.map((part) => partLabel(draft.kind, part)) ?? null
    const said = { id: review.id, reviewer, verdict, text, remarks: review.remarks, at }
    reviews.push({ ...said, mayFlag, hidden, changed: labels })
  }
  return {
    draft: { id, title: draft.title },
    requests: open.map(({ request, reviewer }) => ({
      id: request.id,
      reviewer,
      mine: request.reviewerId === viewer?.actorId,
      dueAt: request.dueAt,
      late: request.dueAt !== null && request.dueAt <= now,
      note: request.note,
    })),
    reviews,
    own: mayReview
      ? remarks.map(({ id: remark, target, type, text }) => ({
          id: remark,
          target: named.get(target) ?? 'A thread that was resolved',
          type,
          text,
        }))
      : null,
    targets: mayReview ? targets : [],
    types: typesOf('general'),
    askable: can(viewer, 'draft.manage', thing)
      ? (await listInvitable(q))
          .filter(({ actorId }) => actorId !== draft.ownerId)
          .map((person) => ({ ...person, asked: asked.has(person.actorId) }))
      : null,
    now,
  }
}
