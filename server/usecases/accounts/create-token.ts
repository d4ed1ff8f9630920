import { apiTokens } from '../../../db/schema.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { day } from '../../../domain/text/day.ts'
import { requireFresh } from '../../accounts/require-fresh.ts'
import { newSecret } from '../../accounts/tokens.ts'
import { checkLine } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'

const lifetimes = [7, 30, 90, 365] as const

/** In place of a session, where whoever runs the machine asks for the token on the command line. */
export const byOperator = Symbol('by the operator')

/**
 * Makes an API token that acts as its owner ([A10]).
 *
 * @param input.days how long it is good for: 7, 30, 90 or 365.
 * @param input.sessionId the session that asks, which must be proved lately ([A14]).
 * @returns the token, which is stored nowhere and cannot be shown again.
 */
export async function createToken(
  deps: Deps,
  viewer: Viewer | null,
  input: { name: string; days: number; sessionId: string | null | typeof byOperator },
): Promise<{ id: string; token: string; expiresAt: number }> {
  if (!viewer) throw new AppError('signed-out', 'Sign in to make a token.')
  if (!can(viewer, 'token.create', null)) throw new AppError('not-allowed', 'Only members may make API tokens.')
  const name = checkLine(input.name, { field: 'tokenName', label: 'what the token is for', limit: 'name' })
  if (!lifetimes.some((days) => days === input.days)) {
    throw new AppError('bad-input', `Choose ${lifetimes.join(', ')} days.`, 'days')
  }
  const id = deps.newId()
  const { token, tokenHash } = newSecret(deps, 'folk_')
  const createdAt = deps.now()
  const expiresAt = createdAt + input.days * day
  const { actorId } = viewer
  await deps.store.tx(async (q) => {
    if (input.sessionId !== byOperator) await requireFresh(q, { actorId, sessionId: input.sessionId, now: createdAt })
    await q.insert(apiTokens).values({ id, tokenHash, actorId, name, createdAt, expiresAt, revokedAt: null })
    await recordEvent(deps, q, {
      type: 'token.created',
      subject: `actor/${actorId}`,
      payload: { actorId, tokenId: id, expiresAt },
    })
  })
  return { id, token, expiresAt }
}
