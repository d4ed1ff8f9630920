import { findActorName } from '../../db/queries/actors.ts'
import { findOwnRoomCode } from '../../db/queries/own-room.ts'
import { findWaiting, updateWaiting } from '../../db/queries/workshop-door.ts'
import type { WorkshopRow } from '../../db/queries/workshops.ts'
import { findWorkshopByCode, findWorkshopRole } from '../../db/queries/workshops.ts'
import { sameForAll } from '../../db/same-for-all.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { readCode, showCode } from '../../domain/workshops/code.ts'
import type { GuestPolicy } from '../../domain/workshops/words.ts'
import type { Deps } from '../deps.ts'
import type { EntryLimits } from '../rate-limits.ts'
import { findByCode } from '../usecases/workshops/join-workshop.ts'
import type { RoomPage } from './room-page.ts'
import { roomPage } from './room-page.ts'

/** What somebody sees who has the code of a workshop and is not in it. */
export interface RoomDoor {
  id: string
  code: string
  title: string
  /** These two are null for a guest whom a facilitator has yet to let in. */
  purpose: string | null
  lead: string | null
  state: 'planned' | 'live' | 'ended'
  startsAt: number
  zone: string
  /** A try with simulated guests, of which nothing is kept. */
  rehearsal: boolean
  guests: GuestPolicy
  /** How the viewer stands at the door; null for who does not. */
  waiting: { answer: 'turned-away' | null; topics: string[] } | null
  /** The viewer is in the room. */
  inside: boolean
}

/**
 * What stands behind a code.
 *
 * @throws AppError `bad-input`, `not-found` (field `code`), `too-many`.
 */
export async function roomDoor(
  deps: Deps,
  viewer: Viewer | null,
  { code, address, limits }: { code: string; address: string; limits: EntryLimits },
): Promise<RoomDoor> {
  const { workshop, inside } = await findByCode(deps, viewer, { code, address, limits })
  return doorOf(deps, viewer, workshop, inside)
}

async function doorOf(deps: Deps, viewer: Viewer | null, workshop: WorkshopRow, inside: boolean): Promise<RoomDoor> {
  const { id, title, purpose, state, startsAt, zone, guests, rehearsal, leadId, ...row } = workshop
  const outside = guests === 'approve' && !inside && (!viewer || viewer.role === 'guest')
  return {
    ...{ id, code: showCode(row.code), title, state, startsAt, zone, guests, rehearsal, inside },
    purpose: outside ? null : purpose,
    lead: outside ? null : await sameForAll(deps.store, findActorName, leadId),
    waiting: inside || state === 'ended' || !viewer ? null : await atDoor(deps, viewer, id),
  }
}

/** Seen at most this often, so that looking does not mean writing. Milliseconds. */
const seenEvery = 45_000

/** How a guest stands at the door, who by looking goes on waiting ([J12]). */
async function atDoor(deps: Deps, { actorId }: Viewer, workshopId: string): Promise<RoomDoor['waiting']> {
  const row = await findWaiting(deps.store.read, workshopId, actorId)
  // Who was let in and left asks anew.
  if (!row || row.answer === 'let-in') return null
  const now = deps.now()
  if (now - row.lastSeenAt > seenEvery) {
    await deps.store.tx((q) => updateWaiting(q, actorId, { lastSeenAt: now }))
  }
  return { answer: row.answer, topics: [`door/${actorId}`] }
}

/** What the page of a room shows to somebody who is in it. */
export interface RoomData {
  door: RoomDoor
  account: string | null
  room: RoomPage
  /** The page itself asks for these, where it shows them. */
  text: null
  said: null
  actorId: string
}

/**
 * What the page of a room shows, by its code; null for who is not in the room. A wrong code gets the same answer as one
 * of a room that the viewer is not in, so that there is nothing to guess and no limit is needed.
 */
export async function roomData(deps: Deps, viewer: Viewer, code: string): Promise<RoomData | null> {
  const read = readCode(code)
  const workshop = read === null ? undefined : await sameForAll(deps.store, findWorkshopByCode, read)
  const role = workshop && (await findWorkshopRole(deps.store.read, workshop.id, viewer.actorId))
  if (!workshop || !role) return null
  const door = await doorOf(deps, viewer, workshop, true)
  const account = viewer.role === 'guest' ? null : viewer.name
  return { door, account, room: await roomPage(deps, viewer, door.id), text: null, said: null, actorId: viewer.actorId }
}

/**
 * Where a code opens nothing, the present code of the room that the viewer is in: theirs was renewed while the page was
 * open. Null for who is in no room that goes on.
 */
export async function renewedCode(deps: Deps, viewer: Viewer | null, code: string): Promise<string | null> {
  if (!viewer) return null
  const q = deps.store.read
  const asked = readCode(code)
  if (asked !== null && (await sameForAll(deps.store, findWorkshopByCode, asked))) return null
  const own = await findOwnRoomCode(q, viewer.actorId)
  return own === undefined ? null : showCode(own)
}
