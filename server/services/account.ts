import type { Viewer } from '../../domain/access/viewer.ts'
import type { Visitor } from '../accounts/start-session.ts'
import type { Deps } from '../deps.ts'
import { createEntryLimits } from '../rate-limits.ts'
import { changeName } from '../usecases/accounts/change-name.ts'
import { changePassword } from '../usecases/accounts/change-password.ts'
import { changeProfile } from '../usecases/accounts/change-profile.ts'
import { chooseReading } from '../usecases/accounts/choose-reading.ts'
import { askForCopy, fetchCopy } from '../usecases/accounts/copy-data.ts'
import { createToken } from '../usecases/accounts/create-token.ts'
import { deleteAccount } from '../usecases/accounts/delete-account.ts'
import { revokeSessions } from '../usecases/accounts/revoke-sessions.ts'
import { revokeToken } from '../usecases/accounts/revoke-token.ts'
import { setRole } from '../usecases/accounts/set-role.ts'
import { signIn } from '../usecases/accounts/sign-in.ts'
import { signInAsDemo } from '../usecases/accounts/sign-in-as-demo.ts'
import { signOut } from '../usecases/accounts/sign-out.ts'
import { signUp } from '../usecases/accounts/sign-up.ts'
import { liftSuspension, suspendAccount } from '../usecases/accounts/suspend-account.ts'
import { accountPage } from '../views/account-page.ts'
import { adminPeople } from '../views/admin-people.ts'
import { dataPage } from '../views/data-page.ts'
import { memberPage, profilePage } from '../views/member-page.ts'
import { readingOf, readingPage } from '../views/reading-page.ts'
import { signInPage } from '../views/sign-in-page.ts'
import { bind } from './bind.ts'
import { proofServices } from './proof.ts'

/** Accounts, sessions and tokens. The counters of attempts live as long as the services do. */
export const accountServices = (deps: Deps) => {
  const limits = createEntryLimits()
  return {
    ...bind(deps, { signOut, changeName, revokeSessions, createToken, revokeToken, chooseReading }),
    ...bind(deps, { memberPage, profilePage, changeProfile, dataPage, askForCopy, fetchCopy, deleteAccount }),
    ...bind(deps, { accountPage, readingOf, readingPage, signInPage }),
    ...bind(deps, { setRole, suspendAccount, liftSuspension, adminPeople }),
    ...proofServices(deps, limits),
    signUp: (input: { email: string; name: string; password: string; visitor: Visitor }) =>
      signUp(deps, { ...input, limits }),
    signIn: (input: { email: string; password: string; visitor: Visitor }) => signIn(deps, { ...input, limits }),
    signInAsDemo: (input: { actorId: string; visitor: Visitor }) => signInAsDemo(deps, { ...input, limits }),
    changePassword: (viewer: Viewer | null, input: { current: string; password: string; sessionId: string | null }) =>
      changePassword(deps, viewer, { ...input, limits }),
  }
}
