import { and, eq, gt, isNull, lte } from 'drizzle-orm'
import { mailTokens, users } from '../../db/schema.ts'
import type { Q } from '../../db/store.ts'
import type { MailLinkKind } from '../../domain/access/mail-links.ts'
import { mailLinks } from '../../domain/access/mail-links.ts'
import { sha256Hex } from '../../domain/record/hash.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { newSecret } from './tokens.ts'

export type MailTokenRow = typeof mailTokens.$inferSelect

/** Makes a token for a mailed link; an earlier one of its kind is good no longer, but for the way back ([A15]). */
export async function issueMailToken(
  deps: Pick<Deps, 'now' | 'newId' | 'randomBytes'>,
  q: Q,
  { kind, actorId, email }: Pick<MailTokenRow, 'kind' | 'actorId' | 'email'>,
): Promise<string> {
  const { token, tokenHash } = newSecret(deps)
  const createdAt = deps.now()
  // Addresses are not kept longer than their links.
  await q.delete(mailTokens).where(lte(mailTokens.expiresAt, createdAt))
  if (kind !== 'undo-email') await endMailTokens(q, actorId, kind, createdAt)
  const expiresAt = createdAt + mailLinks[kind].life
  await q
    .insert(mailTokens)
    .values({ id: deps.newId(), tokenHash, kind, actorId, email, createdAt, expiresAt, usedAt: null })
  return token
}

/** Ends the unused links of one kind that an account was sent. */
export async function endMailTokens(q: Q, actorId: string, kind: MailLinkKind, now: number): Promise<void> {
  const its = and(eq(mailTokens.actorId, actorId), eq(mailTokens.kind, kind), isNull(mailTokens.usedAt))
  await q.update(mailTokens).set({ usedAt: now }).where(its)
}

/** What a link leads to, without using it up; null where it is good no longer. */
export async function lookAtMailToken(
  q: Q,
  { kind, token, now }: { kind: MailLinkKind; token: string; now: number },
): Promise<(MailTokenRow & { account: typeof users.$inferSelect }) | null> {
  const [row] = await q
    .select({ its: mailTokens, account: users })
    .from(mailTokens)
    .innerJoin(users, eq(users.actorId, mailTokens.actorId))
    .where(
      and(
        eq(mailTokens.tokenHash, sha256Hex(token)),
        eq(mailTokens.kind, kind),
        isNull(mailTokens.usedAt),
        gt(mailTokens.expiresAt, now),
      ),
    )
  if (!row) return null
  // A link to an address that the account has left is nobody's any more.
  const toOwn = kind === 'sign-in' || kind === 'reset' || kind === 'confirm'
  return toOwn && row.its.email !== row.account.email ? null : { ...row.its, account: row.account }
}

/**
 * Uses a link up; call it in the transaction of its act ([A15]).
 *
 * @throws AppError `too-late` when it was used, is too old, or never was one: the same words.
 */
export async function takeMailToken(q: Q, wanted: { kind: MailLinkKind; token: string; now: number }) {
  const row = await lookAtMailToken(q, wanted)
  if (!row) throw new AppError('too-late', 'This link was used already, or its time is over. Ask for a new one.')
  await q.update(mailTokens).set({ usedAt: wanted.now }).where(eq(mailTokens.id, row.id))
  return row
}
