import { and, eq, isNull } from 'drizzle-orm'
import { sessions } from '../../db/schema.ts'
import type { Q } from '../../db/store.ts'
import { isFresh } from '../../domain/access/freshness.ts'
import { AppError } from '../errors.ts'

export interface Asking {
  actorId: string
  /** The session that asks, as `visitor.sessionId` has it. */
  sessionId: string | null
  now: number
}

/**
 * For acts that a borrowed or stolen session must not be able to do: the person gave password, passkey or code on this
 * very session within the last ten minutes ([A14]). Ask in the transaction of the act, after its right. A form that is
 * refused keeps what was typed; `FormRefusal` leads to `/account/confirm`.
 *
 * @throws AppError `not-fresh`.
 */
export async function requireFresh(q: Q, asking: Asking): Promise<void> {
  if (!(await askedFreshly(q, asking))) {
    throw new AppError('not-fresh', 'This needs a proof from the last ten minutes that it is you.')
  }
}

/** The same as a question, for pages that say it before a form is filled in. */
export async function askedFreshly(q: Q, { actorId, sessionId, now }: Asking): Promise<boolean> {
  if (sessionId === null) return false
  const [session] = await q
    .select({ freshAt: sessions.freshAt })
    .from(sessions)
    .where(and(eq(sessions.id, sessionId), eq(sessions.actorId, actorId), isNull(sessions.revokedAt)))
  return isFresh(session?.freshAt, now)
}
