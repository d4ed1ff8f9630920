import { and, eq, isNotNull } from 'drizzle-orm'
import { generateSecret } from 'otplib'
import { recoveryCodes, secondFactors } from '../../../db/schema.ts'
import type { Q } from '../../../db/store.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { accountLetter } from '../../accounts/account-letter.ts'
import { requireFresh } from '../../accounts/require-fresh.ts'
import { renewRecoveryCodes, sealSecret, takeCode } from '../../accounts/second-factor.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { queueMail } from '../../mail/queue-mail.ts'
import type { EntryLimits } from '../../rate-limits.ts'
import { presentRights } from './present-rights.ts'

interface Own {
  sessionId: string | null
}

/** Makes a secret for an app. It counts once a first code came from it ([A17]). @throws AppError `conflict`, `not-fresh`. */
export async function beginSecondFactor(deps: Deps, viewer: Viewer | null, { sessionId }: Own): Promise<void> {
  const { actorId } = signedIn(viewer)
  await deps.store.tx(async (q) => {
    await presentRights(q, signedIn(viewer))
    await requireFresh(q, { actorId, sessionId, now: deps.now() })
    if (await isOn(q, actorId)) throw new AppError('conflict', 'A second factor is on. Turn it off first.')
    const row = { secret: sealSecret(deps, generateSecret()), confirmedAt: null, lastStep: 0 }
    await q
      .insert(secondFactors)
      .values({ actorId, ...row })
      .onConflictDoUpdate({ target: secondFactors.actorId, set: row })
  })
}

/**
 * Turns the second factor on, with a first code of the app.
 *
 * @returns recovery codes, which are shown this once.
 * @throws AppError `bad-input` (code), `not-fresh`, `too-many`.
 */
export async function confirmSecondFactor(
  deps: Deps,
  viewer: Viewer | null,
  { code, sessionId, limits }: Own & { code: string; limits: EntryLimits },
): Promise<{ codes: string[] }> {
  const { actorId } = signedIn(viewer)
  await limits.factor.take(actorId)
  const codes = await deps.store.tx(async (q) => {
    await presentRights(q, signedIn(viewer))
    await requireFresh(q, { actorId, sessionId, now: deps.now() })
    if (!(await takeCode(deps, q, { actorId, code, unconfirmed: true }))) {
      throw new AppError('bad-input', 'This is not the code that the app shows now. Write the next one.', 'code')
    }
    await q.update(secondFactors).set({ confirmedAt: deps.now() }).where(eq(secondFactors.actorId, actorId))
    await tell(deps, q, actorId, 'A second factor was turned on')
    return renewRecoveryCodes(deps, q, actorId)
  })
  await limits.factor.forget(actorId)
  return { codes }
}

/** Takes the second factor away, with its recovery codes. @throws AppError `not-fresh`. */
export async function endSecondFactor(deps: Deps, viewer: Viewer | null, { sessionId }: Own): Promise<void> {
  const { actorId } = signedIn(viewer)
  await deps.store.tx(async (q) => {
    await presentRights(q, signedIn(viewer))
    await requireFresh(q, { actorId, sessionId, now: deps.now() })
    const was = await isOn(q, actorId)
    await q.delete(secondFactors).where(eq(secondFactors.actorId, actorId))
    await q.delete(recoveryCodes).where(eq(recoveryCodes.actorId, actorId))
    if (was) await tell(deps, q, actorId, 'Your second factor was turned off')
  })
}

/** New recovery codes; the old ones count no longer. @throws AppError `conflict` where no factor is on, `not-fresh`. */
export async function newRecoveryCodes(
  deps: Deps,
  viewer: Viewer | null,
  { sessionId }: Own,
): Promise<{ codes: string[] }> {
  const { actorId } = signedIn(viewer)
  return deps.store.tx(async (q) => {
    await requireFresh(q, { actorId, sessionId, now: deps.now() })
    if (!(await isOn(q, actorId))) throw new AppError('conflict', 'There is no second factor to have codes for.')
    return { codes: await renewRecoveryCodes(deps, q, actorId) }
  })
}

async function isOn(q: Q, actorId: string): Promise<boolean> {
  const its = and(eq(secondFactors.actorId, actorId), isNotNull(secondFactors.confirmedAt))
  return (await q.select({ actorId: secondFactors.actorId }).from(secondFactors).where(its)).length > 0
}

function signedIn(viewer: Viewer | null): Viewer {
  if (!viewer || !can(viewer, 'account.own', null)) throw new AppError('signed-out', 'Sign in first.')
  return viewer
}

async function tell(deps: Deps, q: Q, actorId: string, subject: string): Promise<void> {
  const letter = await accountLetter(deps, q, {
    subject,
    says: [`${subject}.`],
    link: { label: 'Sign-in and security', path: '/account/security' },
    foot: 'If it was not you, choose a new password at once and end all other sessions.',
  })
  await queueMail(deps, q, { key: `factor/${deps.newId()}`, kind: 'account', to: { actorId }, letter })
}
