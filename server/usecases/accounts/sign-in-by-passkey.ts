import type { AuthenticationResponseJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server'
import { generateAuthenticationOptions, verifyAuthenticationResponse } from '@simplewebauthn/server'
import { and, eq } from 'drizzle-orm'
import { passkeys, users } from '../../../db/schema.ts'
import { issueChallenge, takeChallenge } from '../../accounts/challenges.ts'
import { readSigned, signedChallenge } from '../../accounts/passkey-answer.ts'
import { relyingParty } from '../../accounts/relying-party.ts'
import type { Visitor } from '../../accounts/start-session.ts'
import { startSession } from '../../accounts/start-session.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import type { EntryLimits } from '../../rate-limits.ts'
import { networkOf } from '../../rate-limits.ts'
import { claimGuest } from '../workshops/claim-guest.ts'
import { tellGone } from '../workshops/tell-gone.ts'

interface From {
  visitor: Visitor
  origin: string
  limits: EntryLimits
}

/** What a browser is asked in order to sign in with a passkey; it names no account ([A16]). */
export async function askForPasskey(
  deps: Deps,
  { visitor, origin, limits }: From,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { id: rpID } = relyingParty(deps.env, origin)
  await limits.demo.take(networkOf(visitor.address))
  const challenge = await deps.store.tx((q) => issueChallenge(deps, q, { kind: 'passkey-sign-in', actorId: null }))
  return generateAuthenticationOptions({
    rpID,
    challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
    userVerification: 'required',
  })
}

/**
 * Starts a session for whoever holds a passkey; also the proof that [A14] asks for, where somebody is signed in.
 *
 * @param input.only whose passkey it must be, where somebody proves that they are who they are signed in as.
 * @returns the `Set-Cookie` value.
 * @throws AppError `bad-input` where the answer does not count; `too-many`.
 */
export async function signInByPasskey(
  deps: Deps,
  { answer, only, visitor, origin, limits }: From & { answer: string; only?: string | undefined },
): Promise<{ cookie: string }> {
  const network = networkOf(visitor.address)
  await limits.address.take(network)
  const party = relyingParty(deps.env, origin)
  const response = readSigned<AuthenticationResponseJSON>(answer)
  const challenge = signedChallenge(response)
  const [key] = await deps.store.read.select().from(passkeys).where(eq(passkeys.id, response.id))
  const checked = key
    ? await verifyAuthenticationResponse({
        response,
        expectedChallenge: challenge,
        expectedOrigin: party.origin,
        expectedRPID: party.id,
        credential: {
          id: key.id,
          publicKey: new Uint8Array(Buffer.from(key.publicKey, 'base64url')),
          counter: key.counter,
        },
      }).catch(() => null)
    : null
  const { cookie, claimed } = await deps.store.tx(async (q) => {
    const now = deps.now()
    const asked = await takeChallenge(q, { kind: 'passkey-sign-in', actorId: null }, challenge, now)
    if (!key || !checked?.verified || !asked || (only !== undefined && key.actorId !== only)) throw notKnown()
    const counter = checked.authenticationInfo.newCounter
    const kept = await q
      .update(passkeys)
      .set({ counter, lastUsedAt: now })
      .where(and(eq(passkeys.id, key.id), eq(passkeys.counter, key.counter)))
      .returning({ id: passkeys.id })
    const [account] = await q.select().from(users).where(eq(users.actorId, key.actorId))
    const closed = !deps.env.demo && account?.email.endsWith('@demo.invalid')
    if (kept.length === 0 || !account || closed) throw notKnown()
    const claimed = await claimGuest(deps, q, account, visitor.sessionId)
    return { ...(await startSession(deps, q, account, visitor, { proved: true })), claimed }
  })
  if (claimed) tellGone(deps, claimed)
  await limits.address.giveBack(network)
  return { cookie }
}

const notKnown = () =>
  new AppError(
    'bad-input',
    'This passkey is not known here, or its answer came too late. Try again, or sign in otherwise.',
  )
