import { and, desc, eq, isNull } from 'drizzle-orm'
import { generateURI } from 'otplib'
import { passkeys, recoveryCodes, secondFactors, users } from '../../db/schema.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { isModerator } from '../../domain/access/viewer.ts'
import { askedFreshly } from '../accounts/require-fresh.ts'
import { openSecret } from '../accounts/second-factor.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { qrPath } from './qr-path.ts'

/** What `/account/security` shows: the address, the passkeys, the second factor, and whether the session is proved. */
export async function securityPage(deps: Deps, viewer: Viewer | null, { sessionId }: { sessionId: string | null }) {
  if (!viewer || !can(viewer, 'account.own', null)) throw new AppError('signed-out', 'Sign in to see your account.')
  const { actorId } = viewer
  const q = deps.store.read
  const [account] = await q.select().from(users).where(eq(users.actorId, actorId))
  const keys = await q
    .select({ id: passkeys.id, name: passkeys.name, createdAt: passkeys.createdAt, lastUsedAt: passkeys.lastUsedAt })
    .from(passkeys)
    .where(eq(passkeys.actorId, actorId))
    .orderBy(desc(passkeys.createdAt))
  const fresh = await askedFreshly(q, { actorId, sessionId, now: deps.now() })
  const factor = await factorOf(deps, { actorId, email: account?.email ?? '', fresh })
  return {
    fresh,
    email: account?.email ?? '',
    confirmed: account?.emailConfirmedAt != null,
    hasPassword: account?.passwordHash != null,
    passkeys: keys,
    factor,
    /** Who moderates could do much harm in somebody else's hands. */
    asked: isModerator(viewer) && factor.state !== 'on' && keys.length === 0,
  }
}

async function factorOf(deps: Deps, { actorId, email, fresh }: { actorId: string; email: string; fresh: boolean }) {
  const q = deps.store.read
  const [factor] = await q.select().from(secondFactors).where(eq(secondFactors.actorId, actorId))
  if (!factor) return { state: 'off' as const }
  if (factor.confirmedAt !== null) {
    const left = await q.$count(recoveryCodes, and(eq(recoveryCodes.actorId, actorId), isNull(recoveryCodes.usedAt)))
    return { state: 'on' as const, since: factor.confirmedAt, left }
  }
  const secret = fresh ? openSecret(deps, factor.secret) : null
  if (secret === null) return { state: 'off' as const }
  return { state: 'begun' as const, secret, qr: qrPath(generateURI({ issuer: 'Folkmoot', label: email, secret })) }
}
