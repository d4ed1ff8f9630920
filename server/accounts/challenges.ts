import { and, eq, gt, lt } from 'drizzle-orm'
import { proofChallenges } from '../../db/schema.ts'
import type { Q } from '../../db/store.ts'
import { sha256Hex } from '../../domain/record/hash.ts'
import type { Deps } from '../deps.ts'
import { newSecret } from './tokens.ts'

type Kind = 'passkey-new' | 'passkey-sign-in'
interface Asked {
  kind: Kind
  /** Null where whoever answers says who they are. */
  actorId: string | null
}

const life = 5 * 60 * 1000

/** A random challenge for a passkey to sign; only its hash is kept ([A16]). */
export async function issueChallenge(
  deps: Pick<Deps, 'now' | 'randomBytes'>,
  q: Q,
  { kind, actorId }: Asked,
): Promise<string> {
  const { token, tokenHash } = newSecret(deps)
  await q.delete(proofChallenges).where(lt(proofChallenges.expiresAt, deps.now()))
  await q.insert(proofChallenges).values({ hash: tokenHash, kind, actorId, expiresAt: deps.now() + life })
  return token
}

/** Whether a signed challenge is one of ours; it is so once. */
export async function takeChallenge(q: Q, { kind, actorId }: Asked, signed: string, now: number): Promise<boolean> {
  const its = and(
    eq(proofChallenges.hash, sha256Hex(signed)),
    eq(proofChallenges.kind, kind),
    gt(proofChallenges.expiresAt, now),
  )
  const [row] = await q.delete(proofChallenges).where(its).returning()
  return row !== undefined && row.actorId === actorId
}
