import type { Viewer } from '../../domain/access/viewer.ts'
import type { Deps } from '../deps.ts'
import { Limit } from '../rate-limits.ts'
import { setVisibility } from '../usecases/drafts/set-visibility.ts'
import { acceptInvitation } from '../usecases/invitations/accept-invitation.ts'
import { makeInvitation, revokeInvitation } from '../usecases/invitations/make-invitation.ts'
import { draftPeople } from '../views/draft-people.ts'
import { invitationPage, invitationsOf } from '../views/invitation-page.ts'
import { bind } from './bind.ts'

/** Links that invite, and who reads a draft. The counters of wrong links live as long as the services do. */
export const invitationServices = (deps: Deps) => {
  const limits = {
    network: new Limit({ points: 20, seconds: 60, what: 'Many wrong invitations came from your network.' }),
    all: new Limit({ points: 300, seconds: 60, what: 'Many wrong invitations were tried.' }),
  }
  return {
    ...bind(deps, { makeInvitation, revokeInvitation, invitationsOf, setVisibility, draftPeople }),
    invitationPage: (viewer: Viewer | null, asked: { token: string; address: string }) =>
      invitationPage(deps, viewer, { ...asked, limits }),
    acceptInvitation: (viewer: Viewer | null, asked: { token: string; address: string }) =>
      acceptInvitation(deps, viewer, { ...asked, limits }),
  }
}
