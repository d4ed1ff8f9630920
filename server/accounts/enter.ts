import { and, eq, isNotNull } from 'drizzle-orm'
import { passkeys, proofChallenges, secondFactors } from '../../db/schema.ts'
import type { Q } from '../../db/store.ts'
import type { Role } from '../../domain/access/viewer.ts'
import type { Deps } from '../deps.ts'
import { stepCookie } from './session-cookie.ts'
import type { Visitor } from './start-session.ts'
import { startSession } from './start-session.ts'
import { newSecret } from './tokens.ts'

export interface Entered {
  /** The `Set-Cookie` value: of a session, or of the step in between. */
  cookie: string
  /** Whether a code is still asked for; nobody is signed in before. */
  secondStep: boolean
}

/** For how long a code may be given after the first step, in milliseconds. */
const stepLife = 10 * 60 * 1000

/**
 * Lets an account in that passed the first step: with a session, or, where it has a second factor, with a cookie of
 * this browser alone that lets it answer with a code ([A17]).
 */
export async function enter(
  deps: Deps,
  q: Q,
  account: { actorId: string; role: Role },
  visitor: Visitor,
  { proved }: { proved: boolean },
): Promise<Entered> {
  if (!(await hasSecondFactor(q, account.actorId))) {
    return { ...(await startSession(deps, q, account, visitor, { proved })), secondStep: false }
  }
  const { token, tokenHash } = newSecret(deps)
  const { actorId } = account
  await q
    .insert(proofChallenges)
    .values({ hash: tokenHash, kind: 'second-step', actorId, expiresAt: deps.now() + stepLife })
  return { cookie: stepCookie(token, stepLife, visitor.secure), secondStep: true }
}

/** Whether an account asks for codes. */
export async function hasSecondFactor(q: Q, actorId: string): Promise<boolean> {
  const [factor] = await q
    .select({ actorId: secondFactors.actorId })
    .from(secondFactors)
    .where(and(eq(secondFactors.actorId, actorId), isNotNull(secondFactors.confirmedAt)))
  return factor !== undefined
}

/** Whether a password alone does not let anybody in, or need not be used: a second factor, or a passkey. */
export async function isGuarded(q: Q, actorId: string): Promise<boolean> {
  if (await hasSecondFactor(q, actorId)) return true
  return (await q.$count(passkeys, eq(passkeys.actorId, actorId))) > 0
}
