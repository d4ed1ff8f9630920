import type { Deps } from '../deps.ts'
import { createDraft } from '../usecases/drafts/create-draft.ts'
import { deleteDraft } from '../usecases/drafts/delete-draft.ts'
import { inviteMember } from '../usecases/drafts/invite-member.ts'
import { moveDraft } from '../usecases/drafts/move-draft.ts'
import { setWriting } from '../usecases/drafts/set-writing.ts'
import { draftHistory } from '../views/draft-history.ts'
import { newDraftPage } from '../views/draft-new.ts'
import { draftPage } from '../views/draft-page.ts'
import { draftsList } from '../views/drafts-list.ts'
import { bind } from './bind.ts'

export const draftServices = (deps: Deps) =>
  bind(deps, {
    createDraft,
    deleteDraft,
    inviteMember,
    moveDraft,
    setWriting,
    draftHistory,
    draftPage,
    draftsList,
    newDraftPage,
  })
