import type { AppLoadContext } from '@remix-run/node'
import { json } from '@remix-run/node'

/** What a form of an account asks for. @returns which sentence the page shows afterwards. */
export async function runIntent(
  { services, viewer, visitor }: AppLoadContext,
  fields: Record<string, string>,
): Promise<string> {
  const { actorId = '', role = '', days, reason } = fields
  switch (fields.intent) {
    case 'role':
      await services.setRole(viewer, { actorId, role, sessionId: visitor.sessionId })
      return 'role'
    case 'suspend':
      await services.suspendAccount(viewer, { actorId, days, reason })
      return 'suspended'
    case 'lift':
      await services.liftSuspension(viewer, { actorId })
      return 'lifted'
    default:
      throw json({ detail: 'Use one of the forms of an account.' }, { status: 400 })
  }
}
