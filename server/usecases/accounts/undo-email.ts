import { and, eq, gte } from 'drizzle-orm'
import { passkeys, recoveryCodes, secondFactors, users } from '../../../db/schema.ts'
import { endMailTokens, takeMailToken } from '../../accounts/mail-tokens.ts'
import { endEverywhere } from '../../accounts/own-alone.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { networkOf } from '../../rate-limits.ts'
import { recordEvent } from '../../record/record-event.ts'
import type { LinkInput } from './change-email.ts'

/**
 * Brings the old address back, on the word of the link that was mailed there, and takes away whatever somebody else
 * may have got in with: sessions, tokens, the password, and passkeys and codes made since ([A15]).
 *
 * @throws AppError `too-late` when the link is good no longer; `conflict` where another account has the address now.
 */
export async function undoEmail(deps: Deps, { token, address, limits }: LinkInput): Promise<void> {
  await limits.linkUse.take(networkOf(address))
  const actorId = await deps.store.tx(async (q) => {
    const now = deps.now()
    const { actorId, email, createdAt } = await takeMailToken(q, { kind: 'undo-email', token, now })
    const [taken] = await q.select({ actorId: users.actorId }).from(users).where(eq(users.email, email))
    if (taken && taken.actorId !== actorId) {
      throw new AppError('conflict', 'Another account has this address now. Write to whoever runs this site.')
    }
    await q.update(users).set({ email, emailConfirmedAt: now, passwordHash: null }).where(eq(users.actorId, actorId))
    await endEverywhere(q, actorId, now)
    await q.delete(passkeys).where(and(eq(passkeys.actorId, actorId), gte(passkeys.createdAt, createdAt)))
    const made = await q
      .delete(secondFactors)
      .where(and(eq(secondFactors.actorId, actorId), gte(secondFactors.confirmedAt, createdAt)))
      .returning({ actorId: secondFactors.actorId })
    if (made.length > 0) await q.delete(recoveryCodes).where(eq(recoveryCodes.actorId, actorId))
    for (const kind of ['reset', 'sign-in', 'new-email', 'undo-email'] as const) {
      await endMailTokens(q, actorId, kind, now)
    }
    await recordEvent(deps, q, { type: 'actor.email-change-undone', subject: `actor/${actorId}`, payload: { actorId } })
    return actorId
  })
  deps.collab.reauthorise({ actorId })
}
