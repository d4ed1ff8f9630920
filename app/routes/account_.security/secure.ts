import type { AppLoadContext } from '@remix-run/node'
import { json } from '@remix-run/node'

/** What a form of the page of security asks for, by the name of its button. */
export async function secure(
  { services, viewer, visitor }: AppLoadContext,
  fields: Record<string, string>,
  origin: string,
) {
  const { sessionId } = visitor
  const nothing = { codes: undefined, options: undefined }
  switch (fields.intent) {
    case 'email':
      await services.askForNewEmail(viewer, { email: fields.email ?? '', sessionId })
      return { done: 'email', ...nothing }
    case 'confirmation':
      await services.askForConfirmation(viewer)
      return { done: 'confirmation', ...nothing }
    case 'begin-passkey':
      return { ...nothing, done: '', options: await services.beginPasskey(viewer, { sessionId, origin }) }
    case 'keep-passkey': {
      const { passkeyName: name = '', answer = '' } = fields
      await services.keepPasskey(viewer, { name, answer, sessionId, origin })
      return { done: 'passkey', ...nothing }
    }
    case 'remove-passkey':
      await services.removePasskey(viewer, { id: fields.passkey ?? '', sessionId })
      return { done: 'removed', ...nothing }
    case 'begin-factor':
      await services.beginSecondFactor(viewer, { sessionId })
      return { done: 'begun', ...nothing }
    case 'confirm-factor': {
      const { codes } = await services.confirmSecondFactor(viewer, { code: fields.code ?? '', sessionId })
      return { ...nothing, done: '', codes }
    }
    case 'end-factor':
      await services.endSecondFactor(viewer, { sessionId })
      return { done: 'off', ...nothing }
    case 'new-codes': {
      const { codes } = await services.newRecoveryCodes(viewer, { sessionId })
      return { ...nothing, done: '', codes }
    }
    default:
      throw json({ detail: 'Use one of the forms on this page.' }, { status: 400 })
  }
}
