import { findStanding, liftUser, suspendUser } from '../../../db/queries/appointments.ts'
import { dateJob } from '../../../db/queries/jobs.ts'
import type { Q } from '../../../db/store.ts'
import type { AccountThing } from '../../../domain/access/appointment-rights.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { day } from '../../../domain/text/day.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentRights } from './present-rights.ts'

/** The longest suspension that ends by itself, in days. */
export const mostSuspendedDays = 365

/**
 * Suspends an account: it reads, and does nothing else, until its time is over or somebody lifts it ([V2], [V3]).
 *
 * @param input.days from 1 on; empty for one that somebody must lift.
 * @throws AppError `bad-input` (days, reason), also where it is suspended for as long already, `not-found`,
 * `not-allowed`, `signed-out`.
 */
export async function suspendAccount(
  deps: Deps,
  viewer: Viewer | null,
  input: { actorId: string; days?: string | undefined; reason?: string | undefined },
): Promise<void> {
  const reason = checkText(input.reason, { field: 'reason', label: 'a reason', limit: 'reason' })
  const until = suspendedUntil(deps.now(), input.days ?? '')
  await deps.store.tx(async (q) => {
    const { by, account } = await mayTouch(q, viewer, input.actorId)
    const wrote = await writeSuspension(deps, q, { actorId: account.actorId, by: by.actorId, until, reason })
    if (!wrote) {
      const words = 'This account is suspended for as long already. Lift that first to make it shorter.'
      throw new AppError('bad-input', words, 'days')
    }
  })
  deps.collab.reauthorise({ actorId: input.actorId })
}

/** Lifts a suspension. @throws AppError `conflict` where there is none, `not-found`, `not-allowed`, `signed-out`. */
export async function liftSuspension(deps: Deps, viewer: Viewer | null, input: { actorId: string }): Promise<void> {
  await deps.store.tx(async (q) => {
    const { by, account } = await mayTouch(q, viewer, input.actorId)
    if (account.suspendedAt === null) throw new AppError('conflict', 'This account is not suspended.')
    await liftUser(q, account.actorId)
    await recordEvent(deps, q, {
      type: 'actor.suspension-lifted',
      subject: `actor/${account.actorId}`,
      payload: { actorId: account.actorId, by: by.actorId },
    })
  })
  deps.collab.reauthorise({ actorId: input.actorId })
}

/**
 * Writes a suspension with its event and the job that ends it; one that holds as long or longer stands as it is. Who
 * may is asked before; `reauthorise` comes after the commit.
 *
 * @param at when it began; now where it is left out.
 * @returns whether it was written.
 */
export async function writeSuspension(
  deps: Deps,
  q: Q,
  {
    actorId,
    by,
    until,
    reason,
    at = deps.now(),
  }: { actorId: string; by: string; until: number | null; reason: string; at?: number },
): Promise<boolean> {
  const account = await findStanding(q, actorId)
  const end = (time: number | null) => time ?? Number.POSITIVE_INFINITY
  const holds = account?.suspendedAt != null && end(account.suspendedUntil) > deps.now()
  if (holds && end(account.suspendedUntil) >= end(until)) return false
  await suspendUser(q, actorId, { at, until })
  if (until !== null) {
    const key = `end-suspension/${actorId}`
    await dateJob(q, { id: deps.newId(), kind: 'end-suspension', key, payload: { actorId }, dueAt: until })
  }
  await recordEvent(deps, q, {
    type: 'actor.suspended',
    subject: `actor/${actorId}`,
    payload: { actorId, by, until },
    leaf: { reason },
  })
  return true
}

/** @param days as typed. @returns null for empty. @throws AppError `bad-input` (days). */
export function suspendedUntil(now: number, days: string): number | null {
  if (days.trim() === '') return null
  const n = Number(days)
  if (!Number.isInteger(n) || n < 1 || n > mostSuspendedDays) {
    throw new AppError('bad-input', `Give whole days from 1 to ${mostSuspendedDays}.`, 'days')
  }
  return now + n * day
}

async function mayTouch(q: Q, viewer: Viewer | null, actorId: string) {
  if (!viewer) throw new AppError('signed-out', 'Sign in first.')
  const by = await presentRights(q, viewer)
  if (!can(by, 'moderation.read', null)) throw new AppError('not-allowed', 'Only moderators suspend accounts.')
  const account = await findStanding(q, actorId)
  if (!account) throw new AppError('not-found', 'There is no such account.')
  refuseSuspending(by, account)
  return { by, account }
}

/** @throws AppError `not-allowed` where this person may not suspend that account. */
export function refuseSuspending(by: Viewer, account: AccountThing): void {
  if (can(by, 'account.suspend', account)) return
  throw new AppError('not-allowed', 'Nobody suspends themselves, and only an admin suspends somebody who moderates.')
}
