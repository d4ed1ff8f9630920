import type { MailLinkKind } from '#domain/access/mail-links.ts'

interface LinkWords {
  title: string
  says: (email: string) => string
  button: string
  after: string
}

/** What the page of each kind of mailed link says. */
export const linkWords: Record<MailLinkKind, LinkWords> = {
  'sign-in': {
    title: 'Sign in',
    says: (email) => `You sign in here, on this browser, as ${email}.`,
    button: 'Sign in',
    after: 'You are signed in.',
  },
  reset: {
    title: 'Choose a new password',
    says: (email) => `For the account of ${email}. It signs you out everywhere and revokes API tokens.`,
    button: 'Change password',
    after: 'Your password is changed. Sign in with it.',
  },
  confirm: {
    title: 'Confirm your e-mail',
    says: (email) => `${email} is the address of your account? Be signed in to it on this browser.`,
    button: 'Yes, confirm it',
    after: 'Your e-mail is confirmed.',
  },
  'new-email': {
    title: 'Confirm your new e-mail',
    says: (email) =>
      `Your account uses ${email} from then on. The old address is told. Be signed in to it on this browser.`,
    button: 'Use this address',
    after: 'Your e-mail is changed.',
  },
  'undo-email': {
    title: 'Take a change of e-mail back',
    says: (email) =>
      `Your account uses ${email} again. Everybody is signed out; the password, and passkeys and codes made since the change, are gone.`,
    button: 'Take it back',
    after: 'Your old e-mail is back. Ask for a link to choose a new password.',
  },
}
