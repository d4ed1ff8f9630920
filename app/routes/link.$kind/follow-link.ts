import type { AppLoadContext } from '@remix-run/node'
import type { MailLinkKind } from '#domain/access/mail-links.ts'

/** Does what a mailed link is for. @returns where to go then, and the cookie of who was let in. */
export async function followLink(
  { services, visitor }: AppLoadContext,
  { kind, token, password }: { kind: MailLinkKind; token: string; password: string },
): Promise<{ to: string; cookie?: string }> {
  const link = { token, visitor }
  switch (kind) {
    case 'sign-in': {
      const { cookie, secondStep } = await services.signInByLink(link)
      return { to: secondStep ? '/sign-in/code' : '/', cookie }
    }
    case 'reset':
      await services.resetPassword({ ...link, password })
      break
    case 'confirm':
      await services.confirmEmail(link)
      break
    case 'new-email':
      await services.confirmNewEmail(link)
      break
    case 'undo-email':
      await services.undoEmail(link)
  }
  return { to: `/link/${kind}?done` }
}
