import type { MailLinkKind } from '../../domain/access/mail-links.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { Visitor } from '../accounts/start-session.ts'
import type { Deps } from '../deps.ts'
import type { EntryLimits } from '../rate-limits.ts'
import { askForLink } from '../usecases/accounts/ask-for-link.ts'
import { askForNewEmail, confirmNewEmail } from '../usecases/accounts/change-email.ts'
import { askForConfirmation, confirmEmail } from '../usecases/accounts/confirm-email.ts'
import { awaitsCode, finishSignIn } from '../usecases/accounts/finish-sign-in.ts'
import { beginPasskey, keepPasskey, removePasskey } from '../usecases/accounts/passkeys.ts'
import { proveSelf } from '../usecases/accounts/prove-self.ts'
import { resetPassword } from '../usecases/accounts/reset-password.ts'
import {
  beginSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  newRecoveryCodes,
} from '../usecases/accounts/second-factor.ts'
import { signInByLink } from '../usecases/accounts/sign-in-by-link.ts'
import { askForPasskey, signInByPasskey } from '../usecases/accounts/sign-in-by-passkey.ts'
import { undoEmail } from '../usecases/accounts/undo-email.ts'
import { mailLinkPage } from '../views/mail-link-page.ts'
import { proofPage } from '../views/proof-page.ts'
import { securityPage } from '../views/security-page.ts'
import { bind } from './bind.ts'

interface Link {
  token: string
  visitor: Visitor
}

/** Mailed links, passkeys, codes: by what people prove who they are, besides the password. */
export const proofServices = (deps: Deps, limits: EntryLimits) => {
  const linked = ({ token, visitor }: Link) => ({
    token,
    sessionId: visitor.sessionId,
    address: visitor.address,
    limits,
  })
  return {
    ...bind(deps, { proofPage, securityPage, awaitsCode }),
    ...bind(deps, { beginSecondFactor, endSecondFactor, newRecoveryCodes }),
    ...bind(deps, { beginPasskey, keepPasskey, removePasskey }),
    mailLinkPage: (kind: MailLinkKind, token: string) => mailLinkPage(deps, kind, token),
    proveSelf: (viewer: Viewer | null, input: { password: string; code?: string; visitor: Visitor }) =>
      proveSelf(deps, viewer, { ...input, limits }),
    confirmSecondFactor: (viewer: Viewer | null, input: { code: string; sessionId: string | null }) =>
      confirmSecondFactor(deps, viewer, { ...input, limits }),
    finishSignIn: (input: { code: string; visitor: Visitor }) => finishSignIn(deps, { ...input, limits }),
    askForLink: (input: { email: string; kind: string; visitor: Visitor }) => askForLink(deps, { ...input, limits }),
    signInByLink: (input: Link) => signInByLink(deps, { ...input, limits }),
    resetPassword: (input: Link & { password: string }) =>
      resetPassword(deps, { ...linked(input), password: input.password }),
    askForNewEmail: (viewer: Viewer | null, input: { email: string; sessionId: string | null }) =>
      askForNewEmail(deps, viewer, { ...input, limits }),
    confirmNewEmail: (input: Link) => confirmNewEmail(deps, linked(input)),
    undoEmail: (input: Link) => undoEmail(deps, linked(input)),
    confirmEmail: (input: Link) => confirmEmail(deps, linked(input)),
    askForConfirmation: (viewer: Viewer | null) => askForConfirmation(deps, viewer, { limits }),
    askForPasskey: (input: { visitor: Visitor; origin: string }) => askForPasskey(deps, { ...input, limits }),
    signInByPasskey: (input: { answer: string; only?: string | undefined; visitor: Visitor; origin: string }) =>
      signInByPasskey(deps, { ...input, limits }),
  }
}
