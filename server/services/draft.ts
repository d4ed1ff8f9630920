import type { Viewer } from '../../domain/access/viewer.ts'
import type { Deps } from '../deps.ts'
import { Limit } from '../rate-limits.ts'
import { placeOnAxis } from '../usecases/coordinates/place-on-axis.ts'
import { closeAsMerged } from '../usecases/drafts/close-as-merged.ts'
import { createDraft } from '../usecases/drafts/create-draft.ts'
import { deleteDraft } from '../usecases/drafts/delete-draft.ts'
import { forkDraft } from '../usecases/drafts/fork-draft.ts'
import type { Invitation } from '../usecases/drafts/invite-member.ts'
import { inviteMember } from '../usecases/drafts/invite-member.ts'
import { moveDraft } from '../usecases/drafts/move-draft.ts'
import { nameMoment } from '../usecases/drafts/name-moment.ts'
import { redactDraft } from '../usecases/drafts/redact-draft.ts'
import { restoreMoment } from '../usecases/drafts/restore-moment.ts'
import { setWriting } from '../usecases/drafts/set-writing.ts'
import { mergeDraft, takePart } from '../usecases/drafts/take-part.ts'
import { askReview, withdrawRequest } from '../usecases/reviews/ask-review.ts'
import { dropRemark, keepRemark } from '../usecases/reviews/keep-remark.ts'
import { submitReview } from '../usecases/reviews/submit-review.ts'
import { coordinatesPage } from '../views/coordinates-page.ts'
import { draftAuthors } from '../views/draft-authors.ts'
import { draftHistory } from '../views/draft-history.ts'
import { draftCompare, draftMoment } from '../views/draft-moment.ts'
import { newDraftPage } from '../views/draft-new.ts'
import { draftPage } from '../views/draft-page.ts'
import { draftWriters } from '../views/draft-writers.ts'
import { draftsList } from '../views/drafts-list.ts'
import { forkPage } from '../views/fork-page.ts'
import { reviewPage } from '../views/review-page.ts'
import { bind } from './bind.ts'

/** The counter of e-mails that could not be invited lives as long as the services do. */
export const draftServices = (deps: Deps) => {
  const byEmail = new Limit({ points: 20, seconds: 3600, what: 'Many e-mails that you wrote could not be invited.' })
  return {
    inviteMember: (viewer: Viewer | null, input: Invitation) => inviteMember(deps, viewer, { ...input, byEmail }),
    ...bind(deps, {
      closeAsMerged,
      createDraft,
      forkDraft,
      forkPage,
      mergeDraft,
      takePart,
      deleteDraft,
      moveDraft,
      nameMoment,
      restoreMoment,
      draftAuthors,
      draftCompare,
      draftMoment,
      redactDraft,
      setWriting,
      draftHistory,
      draftWriters,
      draftPage,
      draftsList,
      newDraftPage,
      coordinatesPage,
      placeOnAxis,
      askReview,
      withdrawRequest,
      keepRemark,
      dropRemark,
      submitReview,
      reviewPage,
    }),
  }
}
