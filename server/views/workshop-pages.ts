import { findDraftFor, listDrafts, toDraftThing } from '../../db/queries/drafts.ts'
import type { WorkshopRow } from '../../db/queries/workshops.ts'
import {
  listFacilitators,
  listPhases,
  listPlannedMinutes,
  listWorkshopDrafts,
  listWorkshops,
} from '../../db/queries/workshops.ts'
import type { Q } from '../../db/store.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { localIn } from '../../domain/text/zoned-time.ts'
import { firstOpen } from '../../domain/workshops/agenda.ts'
import { showCode } from '../../domain/workshops/code.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { loadWorkshop, mayLead, presentNow } from '../usecases/workshops/workshop-access.ts'
import type { QrPath } from './qr-path.ts'
import { qrPath } from './qr-path.ts'
import type { Minutes } from './workshop-minutes.ts'
import { minutesOf } from './workshop-minutes.ts'
import type { RoomView } from './workshop-room.ts'
import { roomView } from './workshop-room.ts'

const mostListed = 200

export interface WorkshopCard {
  id: string
  title: string
  state: WorkshopRow['state']
  startsAt: number
  zone: string
  lead: string
  minutes: number
}

/** All workshops, the latest first. @throws AppError `signed-out`, `not-allowed`. */
export async function workshopsPage(
  deps: Deps,
  viewer: Viewer | null,
): Promise<{ workshops: WorkshopCard[]; mayCreate: boolean }> {
  if (!viewer) throw new AppError('signed-out', 'Sign in to see workshops.')
  if (!can(viewer, 'workshop.list', null)) throw new AppError('not-allowed', 'Contributors may see the workshops.')
  const rows = await listWorkshops(deps.store.read, viewer.actorId, mostListed)
  const minutes = await listPlannedMinutes(
    deps.store.read,
    rows.map(({ workshop }) => workshop.id),
  )
  return {
    workshops: rows.map(({ workshop: { id, title, state, startsAt, zone }, lead }) => ({
      ...{ id, title, state, startsAt, zone, lead },
      minutes: minutes.get(id) ?? 0,
    })),
    mayCreate: can(viewer, 'workshop.create', null),
  }
}

export interface LinkableDraft {
  id: string
  title: string
  kind: string
}

/** What the form of a new workshop needs. @throws AppError `signed-out`, `not-allowed`. */
export async function newWorkshopPage(deps: Deps, viewer: Viewer | null): Promise<{ drafts: LinkableDraft[] }> {
  if (!viewer) throw new AppError('signed-out', 'Sign in to plan a workshop.')
  if (!can(viewer, 'workshop.create', null)) {
    throw new AppError('not-allowed', 'Planning a workshop needs the role of a facilitator or a moderator.')
  }
  return { drafts: await linkable(deps.store.read, viewer) }
}

async function linkable(q: Q, viewer: Viewer): Promise<LinkableDraft[]> {
  const rows = await listDrafts(q, { actorId: viewer.actorId })
  return rows
    .filter(({ draft, memberRole }) => {
      const thing = toDraftThing(draft, memberRole)
      return can(viewer, 'draft.find', thing) && can(viewer, 'workshop.link', thing)
    })
    .map(({ draft: { id, title, kind } }) => ({ id, title, kind }))
}

export interface WorkshopPage {
  room: RoomView
  lead: string
  facilitators: string[]
  /** Linked drafts; those the viewer may not read have no title. */
  drafts: { id: string; title: string | null }[]
  mayLead: boolean
  mayTakeOver: boolean
  leads: boolean
  present: number
  /** Where one joins, and the same as a QR code. */
  join: { url: string; qr: QrPath } | null
  minutes: Minutes | null
}

/**
 * A workshop's page: before, what and when and how to join; after, its minutes.
 *
 * @param origin scheme and host of this site as it was asked.
 * @throws AppError `not-found`, `signed-out`.
 */
export async function workshopPage(
  deps: Deps,
  viewer: Viewer | null,
  id: string,
  origin: string,
): Promise<WorkshopPage> {
  const q = deps.store.read
  const { workshop, thing } = await loadWorkshop(q, viewer, id)
  const people = await listFacilitators(q, id)
  const phases = await listPhases(q, id)
  const joins = workshop.state !== 'ended' && workshop.codeRevokedAt === null
  return {
    room: roomView(workshop, phases, deps.now()),
    lead: people.find(({ actorId }) => actorId === workshop.leadId)?.name ?? '',
    facilitators: people.map(({ name }) => name),
    drafts: await readableDrafts(q, viewer, id),
    mayLead: can(viewer, 'workshop.lead', thing),
    mayTakeOver: can(viewer, 'workshop.take-over', thing) && workshop.leadId !== viewer?.actorId,
    leads: workshop.leadId === viewer?.actorId,
    present: await presentNow(deps, q, id),
    join: joins ? joinOf(workshop, deps.env.publicUrl ?? origin) : null,
    minutes: workshop.startedAt === null ? null : await minutesOf(deps, viewer, workshop, phases),
  }
}

/** The address where one joins, and its QR code. */
export function joinOf({ code }: WorkshopRow, origin: string): { url: string; qr: QrPath } {
  const url = `${origin}/w/${showCode(code)}`
  return { url, qr: qrPath(url) }
}

async function readableDrafts(
  q: Q,
  viewer: Viewer | null,
  id: string,
): Promise<{ id: string; title: string | null }[]> {
  const drafts = await listWorkshopDrafts(q, id)
  return Promise.all(
    drafts.map(async (draft) => {
      const found = await findDraftFor(q, draft.id, viewer?.actorId ?? null)
      const readable = found !== undefined && can(viewer, 'draft.read', found.thing)
      return { id: draft.id, title: readable ? draft.title : null }
    }),
  )
}

export interface WorkshopEdit {
  room: RoomView
  /** First position that may still be changed. */
  first: number
  startsAt: string
  draftIds: string[]
  drafts: LinkableDraft[]
}

/** The forms that change a workshop. @throws AppError `not-found`, `not-allowed`, `signed-out`, `conflict`. */
export async function workshopEdit(deps: Deps, viewer: Viewer | null, id: string): Promise<WorkshopEdit> {
  const q = deps.store.read
  const { workshop, thing } = await loadWorkshop(q, viewer, id)
  if (!viewer) throw new AppError('signed-out', 'Sign in to lead a workshop.')
  mayLead(viewer, thing)
  if (workshop.state === 'ended')
    throw new AppError('conflict', 'This workshop has ended. Its page is its archive now.')
  const linked = await listWorkshopDrafts(q, id)
  const others = (await linkable(q, viewer)).filter((one) => !linked.some((draft) => draft.id === one.id))
  return {
    room: roomView(workshop, await listPhases(q, id), deps.now()),
    first: firstOpen(workshop.phase),
    startsAt: localIn(workshop.startsAt, workshop.zone),
    draftIds: linked.map((draft) => draft.id),
    drafts: [...linked.map(({ id, title, kind }) => ({ id, title, kind })), ...others],
  }
}
