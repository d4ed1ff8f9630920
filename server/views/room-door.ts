import { findActorName } from '../../db/queries/actors.ts'
import { findOwnRoomCode } from '../../db/queries/own-room.ts'
import { findWaiting, updateWaiting } from '../../db/queries/workshop-door.ts'
import { findWorkshopByCode, findWorkshopRole } from '../../db/queries/workshops.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { readCode, showCode } from '../../domain/workshops/code.ts'
import type { GuestPolicy } from '../../domain/workshops/words.ts'
import type { Deps } from '../deps.ts'
import type { EntryLimits } from '../rate-limits.ts'
import { findByCode } from '../usecases/workshops/join-workshop.ts'

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
  const { id, title, purpose, state, startsAt, zone, guests, rehearsal, leadId, ...row } = await findByCode(
    deps,
    viewer,
    {
      code,
      address,
      limits,
    },
  )
  const q = deps.store.read
  const inside = (await findWorkshopRole(q, id, viewer?.actorId ?? null)) !== null
  const outside = guests === 'approve' && !inside && (!viewer || viewer.role === 'guest')
  return {
    ...{ id, code: showCode(row.code), title, state, startsAt, zone, guests, rehearsal, inside },
    purpose: outside ? null : purpose,
    lead: outside ? null : await findActorName(q, leadId),
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

/**
 * Where a code opens nothing, the present code of the room that the viewer is in: theirs was renewed while the page was
 * open. Null for who is in no room that goes on.
 */
export async function renewedCode(deps: Deps, viewer: Viewer | null, code: string): Promise<string | null> {
  if (!viewer) return null
  const q = deps.store.read
  const asked = readCode(code)
  if (asked !== null && (await findWorkshopByCode(q, asked))) return null
  const own = await findOwnRoomCode(q, viewer.actorId)
  return own === undefined ? null : showCode(own)
}
