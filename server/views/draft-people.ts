import type { MemberRow } from '../../db/queries/drafts.ts'
import { listDraftMembers } from '../../db/queries/drafts.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { Visibility } from '../../domain/drafts/visibility.ts'
import type { Deps } from '../deps.ts'
import { readableDraft } from '../usecases/drafts/draft-for.ts'
import type { InvitationLine } from './invitation-page.ts'
import { invitationsOf } from './invitation-page.ts'

export interface DraftPeoplePage {
  draft: { id: string; title: string; visibility: Visibility; writing: 'invited' | 'members' }
  members: MemberRow[]
  /** Null for who does not manage the draft. */
  invitations: InvitationLine[] | null
}

/** Who takes part in a draft and who reads it, with its links. @throws AppError `not-found`, `signed-out`. */
export async function draftPeople(deps: Deps, viewer: Viewer | null, draftId: string): Promise<DraftPeoplePage> {
  const q = deps.store.read
  const { draft, thing } = await readableDraft(q, viewer, draftId)
  const { id, title, visibility, writing } = draft
  const manages = can(viewer, 'draft.manage', thing)
  return {
    draft: { id, title, visibility, writing },
    members: await listDraftMembers(q, id),
    invitations: manages ? await invitationsOf(deps, viewer, id) : null,
  }
}
