import { findActorName } from '../../db/queries/actors.ts'
import { findGuest } from '../../db/queries/workshop-people.ts'
import { findWorkshop, findWorkshopByCode, findWorkshopRole } from '../../db/queries/workshops.ts'
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

/** The code that opens the room a guest is in now, where it was renewed since; null for anybody else. */
export async function renewedCode(deps: Deps, viewer: Viewer | null, code: string): Promise<string | null> {
  if (viewer?.role !== 'guest') return null
  const q = deps.store.read
  const guest = await findGuest(q, viewer.actorId)
  const own = guest && (await findWorkshop(q, guest.workshopId))
  const asked = readCode(code)
  if (!own || (asked !== null && (await findWorkshopByCode(q, asked)))) return null
  return showCode(own.code)
}
