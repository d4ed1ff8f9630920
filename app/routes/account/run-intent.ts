import type { AppLoadContext } from '@remix-run/node'
import { json } from '@remix-run/node'

interface Done {
  /** Which sentence the page shows afterwards. */
  done: string
  /** A new API token, to be shown this once. */
  token?: string
}

/** What a form on the account page asks for, by the name of its button. */
export async function runIntent(
  { services, viewer, visitor }: AppLoadContext,
  fields: Record<string, string>,
): Promise<Done> {
  const { sessionId } = visitor
  switch (fields.intent) {
    case 'change-password': {
      const { current = '', password = '' } = fields
      await services.changePassword(viewer, { current, password, sessionId })
      return { done: 'password' }
    }
    case 'revoke-session':
      await services.revokeSessions(viewer, { sessionId: fields.session ?? '' })
      return { done: 'session' }
    case 'revoke-other-sessions':
      await services.revokeSessions(viewer, { allBut: sessionId })
      return { done: 'sessions' }
    case 'create-token': {
      const input = { name: fields.tokenName ?? '', days: Number(fields.days), sessionId }
      const { token } = await services.createToken(viewer, input)
      return { done: 'made', token }
    }
    case 'revoke-token':
      await services.revokeToken(viewer, { tokenId: fields.token ?? '' })
      return { done: 'token' }
    case 'change-name':
      await services.changeName(viewer, { name: fields.name ?? '' })
      return { done: 'name' }
    case 'withdraw-position':
      await services.withdrawPosition(viewer, { strategy: fields.strategy ?? '' })
      return { done: 'position' }
    default:
      throw json({ detail: 'Use one of the forms on your account page.' }, { status: 400 })
  }
}
