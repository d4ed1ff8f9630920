import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto'
import { and, eq, isNull, lt } from 'drizzle-orm'
import { verifySync } from 'otplib'
import { recoveryCodes, secondFactors } from '../../db/schema.ts'
import type { Q } from '../../db/store.ts'
import { recoveryCodeOf, typedCode } from '../../domain/access/codes.ts'
import { sha256Hex } from '../../domain/record/hash.ts'
import type { Deps } from '../deps.ts'

type Sealing = Pick<Deps, 'env' | 'randomBytes'>

const keyOf = (deps: Pick<Deps, 'env'>) =>
  Buffer.from(hkdfSync('sha256', deps.env.sessionSecret, '', 'folkmoot second factors', 32))

/** The secret of an app, encrypted: a copy of the database alone makes no codes ([A17]). */
export function sealSecret(deps: Sealing, secret: string): string {
  const iv = Buffer.from(deps.randomBytes(12))
  const cipher = createCipheriv('aes-256-gcm', keyOf(deps), iv)
  const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return [iv, cipher.getAuthTag(), body].map((part) => part.toString('base64url')).join('.')
}

/** The secret again; null where the site's own secret was changed since. */
export function openSecret(deps: Pick<Deps, 'env'>, sealed: string): string | null {
  const [iv, tag, body] = sealed.split('.').map((part) => Buffer.from(part, 'base64url'))
  if (!iv || !tag || !body) return null
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(deps), iv)
    decipher.setAuthTag(tag)
    return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

/**
 * Takes a code of the app, or a recovery code, once ([A17]). Call it in the transaction of its act.
 *
 * @param unconfirmed whether the app is being set up: then only a code of the app counts.
 */
export async function takeCode(
  deps: Pick<Deps, 'env' | 'now'>,
  q: Q,
  { actorId, code, unconfirmed = false }: { actorId: string; code: string; unconfirmed?: boolean },
): Promise<boolean> {
  const [factor] = await q.select().from(secondFactors).where(eq(secondFactors.actorId, actorId))
  if (!factor || (factor.confirmedAt === null) !== unconfirmed) return false
  const typed = typedCode(code)
  if (typed === null) return false
  if (typed.kind === 'recovery') return !unconfirmed && takeRecoveryCode(deps, q, actorId, typed.code)
  const secret = openSecret(deps, factor.secret)
  if (secret === null) return false
  const epoch = Math.floor(deps.now() / 1000)
  // Clocks differ: the step before and the one after count, too.
  const found = verifySync({ secret, token: typed.code, epoch, epochTolerance: 30 })
  if (!found.valid || !('timeStep' in found)) return false
  const taken = await q
    .update(secondFactors)
    .set({ lastStep: found.timeStep })
    .where(and(eq(secondFactors.actorId, actorId), lt(secondFactors.lastStep, found.timeStep)))
    .returning({ actorId: secondFactors.actorId })
  return taken.length > 0
}

async function takeRecoveryCode(deps: Pick<Deps, 'now'>, q: Q, actorId: string, code: string): Promise<boolean> {
  const its = and(eq(recoveryCodes.actorId, actorId), eq(recoveryCodes.codeHash, sha256Hex(code)))
  const taken = await q
    .update(recoveryCodes)
    .set({ usedAt: deps.now() })
    .where(and(its, isNull(recoveryCodes.usedAt)))
    .returning({ hash: recoveryCodes.codeHash })
  return taken.length > 0
}

/** New recovery codes in place of the old ones; only their hashes are kept. @returns them, to be shown this once. */
export async function renewRecoveryCodes(deps: Pick<Deps, 'randomBytes'>, q: Q, actorId: string): Promise<string[]> {
  const codes = Array.from({ length: 10 }, () => recoveryCodeOf(deps.randomBytes(10)))
  await q.delete(recoveryCodes).where(eq(recoveryCodes.actorId, actorId))
  const rows = codes.map((code) => ({ codeHash: sha256Hex(code), actorId, usedAt: null }))
  await q.insert(recoveryCodes).values(rows)
  return codes
}
