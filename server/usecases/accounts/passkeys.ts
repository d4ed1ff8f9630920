import type { PublicKeyCredentialCreationOptionsJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { generateRegistrationOptions, verifyRegistrationResponse } from '@simplewebauthn/server'
import { and, eq } from 'drizzle-orm'
import { passkeys, users } from '../../../db/schema.ts'
import type { Q } from '../../../db/store.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { accountLetter } from '../../accounts/account-letter.ts'
import { issueChallenge, takeChallenge } from '../../accounts/challenges.ts'
import { readSigned, signedChallenge } from '../../accounts/passkey-answer.ts'
import { relyingParty } from '../../accounts/relying-party.ts'
import { requireFresh } from '../../accounts/require-fresh.ts'
import { checkLine } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { queueMail } from '../../mail/queue-mail.ts'

/** How many passkeys one account may have. */
const most = 20

/** What a browser is asked in order to make a passkey ([A16]). @throws AppError `not-fresh`, `unavailable`, `conflict`. */
export async function beginPasskey(
  deps: Deps,
  viewer: Viewer | null,
  { sessionId, origin }: { sessionId: string | null; origin: string },
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { actorId, name } = signedIn(viewer)
  const { id: rpID } = relyingParty(deps.env, origin)
  const { challenge, known, email } = await deps.store.tx(async (q) => {
    await requireFresh(q, { actorId, sessionId, now: deps.now() })
    const known = await q.select().from(passkeys).where(eq(passkeys.actorId, actorId))
    if (known.length >= most) throw new AppError('conflict', `You have ${most} passkeys. Remove one first.`)
    const [account] = await q.select({ email: users.email }).from(users).where(eq(users.actorId, actorId))
    const challenge = await issueChallenge(deps, q, { kind: 'passkey-new', actorId })
    return { challenge, known, email: account?.email ?? name }
  })
  return generateRegistrationOptions({
    rpName: 'Folkmoot',
    rpID,
    userName: email,
    userDisplayName: name,
    userID: new TextEncoder().encode(actorId),
    challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
    excludeCredentials: known.map(({ id, transports }) => ({ id, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}

/**
 * Keeps the passkey that a browser made. @throws AppError `bad-input` (name) or where the answer is not right,
 * `not-fresh`.
 */
export async function keepPasskey(
  deps: Deps,
  viewer: Viewer | null,
  input: { name: string; answer: string; sessionId: string | null; origin: string },
): Promise<void> {
  const { actorId } = signedIn(viewer)
  const name = checkLine(input.name, { field: 'passkeyName', label: 'a name for the passkey', limit: 'name' })
  const party = relyingParty(deps.env, input.origin)
  const response = readSigned<RegistrationResponseJSON>(input.answer)
  const challenge = signedChallenge(response)
  const made = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
  }).catch(() => ({ verified: false as const }))
  await deps.store.tx(async (q) => {
    const now = deps.now()
    await requireFresh(q, { actorId, sessionId: input.sessionId, now })
    const asked = await takeChallenge(q, { kind: 'passkey-new', actorId }, challenge, now)
    if (!made.verified || !asked || !('registrationInfo' in made) || !made.registrationInfo) throw notRight()
    const { id, publicKey, counter, transports = [] } = made.registrationInfo.credential
    const [taken] = await q.select({ id: passkeys.id }).from(passkeys).where(eq(passkeys.id, id))
    if (taken) throw new AppError('conflict', 'This passkey is kept already.')
    await q.insert(passkeys).values({
      id,
      actorId,
      name,
      publicKey: Buffer.from(publicKey).toString('base64url'),
      counter,
      transports,
      createdAt: now,
      lastUsedAt: null,
    })
    await tell(deps, q, actorId, id)
  })
}

/** Removes one of the own passkeys. @throws AppError `not-found`, `not-fresh`. */
export async function removePasskey(
  deps: Deps,
  viewer: Viewer | null,
  { id, sessionId }: { id: string; sessionId: string | null },
): Promise<void> {
  const { actorId } = signedIn(viewer)
  await deps.store.tx(async (q) => {
    const gone = await q
      .delete(passkeys)
      .where(and(eq(passkeys.id, id), eq(passkeys.actorId, actorId)))
      .returning({ id: passkeys.id })
    if (gone.length === 0)
      throw new AppError('not-found', 'There is no such passkey. It may have been removed already.')
    await requireFresh(q, { actorId, sessionId, now: deps.now() })
  })
}

const notRight = () => new AppError('bad-input', 'The device’s answer could not be checked. Try again.')

function signedIn(viewer: Viewer | null): Viewer {
  if (!viewer || !can(viewer, 'account.own', null)) throw new AppError('signed-out', 'Sign in first.')
  return viewer
}

async function tell(deps: Deps, q: Q, actorId: string, id: string): Promise<void> {
  const letter = await accountLetter(deps, q, {
    subject: 'A passkey was added to your account',
    says: ['Whoever has the device with it can sign in as you.'],
    link: { label: 'Sign-in and security', path: '/account/security' },
    foot: 'If it was not you, remove it there, choose a new password and end all other sessions.',
  })
  await queueMail(deps, q, { key: `passkey/${id}`, kind: 'account', to: { actorId }, letter })
}
