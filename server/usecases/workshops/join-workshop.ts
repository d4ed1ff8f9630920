import { findWaiting, insertWaiting, listWaiting, updateWaiting } from '../../../db/queries/workshop-door.ts'
import {
  countInRoom,
  findGuest,
  findWorkshopPerson,
  insertGuest,
  putInRoom,
} from '../../../db/queries/workshop-people.ts'
import type { WorkshopRow } from '../../../db/queries/workshops.ts'
import { findWorkshopByCode, findWorkshopRole } from '../../../db/queries/workshops.ts'
import { sameForAll } from '../../../db/same-for-all.ts'
import type { Q } from '../../../db/store.ts'
import { colourFor } from '../../../domain/access/colours.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { isModerator } from '../../../domain/access/viewer.ts'
import { readCode } from '../../../domain/workshops/code.ts'
import type { Comer, JoinDecision } from '../../../domain/workshops/joining.ts'
import { decideJoin, waitsUnseen } from '../../../domain/workshops/joining.ts'
import type { Visitor } from '../../accounts/start-session.ts'
import { startSession } from '../../accounts/start-session.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import type { EntryLimits } from '../../rate-limits.ts'
import { networkOf } from '../../rate-limits.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentRights } from '../accounts/present-rights.ts'
import { checkGuestName } from './guest-name.ts'
import { roomEvents } from './room-access.ts'
import { seatLate } from './seat-person.ts'

interface JoinInput {
  code: string
  /** The name shown to others; only for who has no account. */
  name: string
  visitor: Visitor
  limits: EntryLimits
}

/**
 * Lets somebody who has the code into a workshop: the account that is signed in, or a new guest under a name of their
 * own; or has them wait at the door, where guests are let in one by one ([J1]–[J6], [J12]).
 *
 * @returns the `Set-Cookie` value of a new guest; null where the session stays.
 * @throws AppError `bad-input` (field `code` or `name`), `not-found` (field `code`), `too-late`, `not-ready`,
 * `not-allowed`, `conflict` when the room is full, `too-many` with the seconds to wait.
 */
export async function joinWorkshop(
  deps: Deps,
  viewer: Viewer | null,
  { code, name, visitor, limits }: JoinInput,
): Promise<{ workshopId: string; cookie: string | null }> {
  const { workshop: wanted } = await findByCode(deps, viewer, { code, address: visitor.address, limits })
  const account = viewer && viewer.role !== 'guest' ? viewer : null
  const done = await deps.store.tx(async (q) => {
    const workshop = (await findWorkshopByCode(q, wanted.code)) ?? wanted
    const by = account && (await presentRights(q, account))
    if (by?.suspended) throw new AppError('not-allowed', 'This account is suspended. Ask a moderator.')
    const comer = await comerOf(q, workshop, by ?? viewer)
    const present = await countInRoom(q, workshop.id)
    const now = deps.now()
    const waiting = (await listWaiting(q, workshop.id, now - waitsUnseen)).length
    const decision = decideJoin(workshop, comer, { present, waiting }, now)
    const as = { workshop, visitor }
    if (decision === 'already-in' || decision === 'already-waiting') return { workshop, cookie: null, changed: null }
    if (decision === 'wait') return { workshop, ...(await waitAtDoor(deps, q, { ...as, name })), changed: waits }
    if (decision !== 'join') throw refusal(decision, workshop)
    // Who waits while the door is opened to all comes in as the same guest.
    const waited = comer.standing === 'waiting' ? viewer : null
    if (waited) await updateWaiting(q, waited.actorId, { answer: 'let-in', answeredAt: now })
    const guest = by || waited ? null : await newGuest(deps, q, { ...as, name })
    const actorId = (by ?? waited)?.actorId ?? guest?.actorId ?? ''
    await putInRoom(q, {
      workshopId: workshop.id,
      actorId,
      role: comer.facilitator ? 'facilitator' : 'participant',
      table: null,
      named: false,
      joinedAt: now,
      lastSeenAt: now,
      removedAt: null,
      leftAt: null,
    })
    await seatLate(q, workshop, actorId)
    await recordEvent(deps, q, {
      type: 'workshop.joined',
      subject: `workshop/${workshop.id}`,
      payload: { by: actorId, guest: !by, present: present + 1 },
      ...(guest ? { leaf: { name: guest.name } } : {}),
    })
    return { workshop, cookie: guest?.cookie ?? null, changed: 'workshop.joined' }
  })
  if (done.changed) deps.live.publish(roomEvents(done.workshop.id, done.changed))
  return { workshopId: done.workshop.id, cookie: done.cookie }
}

const waits = 'workshop.guest-waits'

interface Newcomer {
  workshop: WorkshopRow
  name: string
  visitor: Visitor
}

/** Somebody without an account, and the session of theirs. @throws AppError `bad-input` (field `name`). */
async function newGuest(deps: Deps, q: Q, { workshop, name, visitor }: Newcomer) {
  const shown = checkGuestName(name)
  const actorId = deps.newId()
  const guest = { actorId, workshopId: workshop.id, colour: colourFor(actorId) }
  const standing = { removedAt: null, claimedBy: null, claimedAt: null }
  await insertGuest(q, { ...guest, ...standing }, { name: shown, at: deps.now() })
  const { cookie } = await startSession(deps, q, { actorId, role: 'guest' }, visitor)
  return { actorId, name: shown, cookie }
}

/** A guest who is in no room yet ([J12]). @throws AppError `bad-input` (field `name`). */
async function waitAtDoor(deps: Deps, q: Q, newcomer: Newcomer): Promise<{ cookie: string }> {
  const { actorId, name, cookie } = await newGuest(deps, q, newcomer)
  const { id: workshopId } = newcomer.workshop
  const at = deps.now()
  await insertWaiting(q, { actorId, workshopId, askedAt: at, lastSeenAt: at, answer: null, answeredAt: null })
  await recordEvent(deps, q, {
    type: waits,
    subject: `workshop/${workshopId}`,
    payload: { by: actorId },
    leaf: { name },
  })
  return { cookie }
}

/**
 * The workshop of a typed code. Only wrong ones count against the limits: one network may be a whole hall. Who is in
 * the room is not limited at all.
 *
 * @throws AppError `bad-input` or `not-found` (field `code`), `too-many`.
 */
export async function findByCode(
  deps: Deps,
  viewer: Viewer | null,
  { code, address, limits }: { code: string; address: string; limits: EntryLimits },
): Promise<{ workshop: WorkshopRow; inside: boolean }> {
  const read = readCode(code)
  if (read === null) {
    throw new AppError(
      'bad-input',
      'A code is three letters and four digits, as in ABC-4827, without O, I, 0 and 1. Compare it with the screen or the sheet.',
      'code',
    )
  }
  const network = networkOf(address)
  const workshop = await sameForAll(deps.store, findWorkshopByCode, read)
  const role = workshop && (await findWorkshopRole(deps.store.read, workshop.id, viewer?.actorId ?? null))
  if (workshop && role) return { workshop, inside: true }
  await limits.code.check(network)
  await limits.codes.check('all')
  if (!workshop) {
    await limits.code.take(network)
    await limits.codes.take('all')
    throw new AppError(
      'not-found',
      'No workshop has this code. Compare it with the screen or the sheet, letter by letter, or ask the facilitator.',
      'code',
    )
  }
  return { workshop, inside: false }
}

async function comerOf(q: Q, workshop: WorkshopRow, viewer: Viewer | null): Promise<Comer> {
  const isGuest = viewer === null || viewer.role === 'guest'
  const row = viewer ? await findWorkshopPerson(q, workshop.id, viewer.actorId) : undefined
  const gone = row && (row.removedAt !== null ? 'removed' : row.leftAt !== null ? 'left' : 'in')
  // A guest of another workshop, or one that left, comes in as somebody new.
  const own = isGuest && viewer ? (await findGuest(q, viewer.actorId))?.workshopId === workshop.id : !isGuest
  const atDoor = isGuest && viewer && own && !row ? await findWaiting(q, workshop.id, viewer.actorId) : undefined
  if (atDoor && atDoor.answer !== 'let-in') {
    return { guest: true, facilitator: false, standing: atDoor.answer ?? 'waiting' }
  }
  const standing = !row || !own ? 'new' : isGuest && gone === 'left' ? 'new' : (gone ?? 'new')
  const facilitator =
    !isGuest &&
    (row?.role === 'facilitator' || workshop.leadId === viewer.actorId || (isModerator(viewer) && row === undefined))
  return { guest: isGuest, facilitator, standing }
}

type Refused = Exclude<JoinDecision, 'join' | 'wait' | 'already-in' | 'already-waiting'>

function refusal(decision: Refused, workshop: WorkshopRow): AppError {
  switch (decision) {
    case 'ended':
      return new AppError('too-late', 'This workshop is over. What came of it stands on its page and in its drafts.')
    case 'revoked':
      return new AppError('not-found', 'This code is not in use any more. Ask the facilitator for the new one.', 'code')
    case 'too-early':
      return new AppError(
        'not-ready',
        `This workshop begins on ${startOf(workshop)}. Come back within twelve hours before that; the code stays the same.`,
      )
    case 'guests-refused':
      return new AppError('not-allowed', 'This workshop is for people with an account. Sign in, then join it again.')
    case 'removed':
      return new AppError(
        'not-allowed',
        'You were taken out of this workshop. If that was a mistake, ask its facilitator.',
      )
    case 'turned-away':
      return new AppError('not-allowed', 'You were not let in. If that was a mistake, ask the facilitator.')
    case 'door-full':
      return new AppError('conflict', 'Many people wait at the door already. Come back in a few minutes, or ask.')
    case 'full':
      return new AppError(
        'conflict',
        `The room is full: ${workshop.capacity} people are in it. Ask the facilitator to make room, then join again.`,
      )
  }
}

function startOf({ startsAt, zone }: WorkshopRow): string {
  const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: zone })
  return `${when.format(startsAt)} (${zone})`
}
