import { findActorName } from '../../db/queries/actors.ts'
import { findOwnRoomCode } from '../../db/queries/own-room.ts'
import { findWorkshopByCode, findWorkshopRole } from '../../db/queries/workshops.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { readCode, showCode } from '../../domain/workshops/code.ts'
import type { Deps } from '../deps.ts'
import type { EntryLimits } from '../rate-limits.ts'
import { findByCode } from '../usecases/workshops/join-workshop.ts'

/** What somebody sees who has the code of a workshop and is not in it. */
export interface RoomDoor {
  id: string
  code: string
  title: string
  purpose: string
  state: 'planned' | 'live' | 'ended'
  startsAt: number
  zone: string
  lead: string
  guests: 'welcome' | 'refused'
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
  const { id, title, purpose, state, startsAt, zone, guests, leadId, ...row } = await findByCode(deps, viewer, {
    code,
    address,
    limits,
  })
  const q = deps.store.read
  const inside = (await findWorkshopRole(q, id, viewer?.actorId ?? null)) !== null
  const lead = await findActorName(q, leadId)
  return { id, code: showCode(row.code), title, purpose, state, startsAt, zone, lead, guests, inside }
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
