import type { Viewer } from '../../domain/access/viewer.ts'
import { phaseActs, phaseAllows } from '../../domain/workshops/phases.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { loadWorkshop, mayLead } from '../usecases/workshops/workshop-access.ts'
import type { RoomPage } from './room-page.ts'
import { roomPageOf } from './room-page.ts'
import type { RoomWordings } from './room-wordings.ts'
import type { ProjectorView } from './workshop-live.ts'
import { projectorView } from './workshop-live.ts'

/** What is seen in a room now, for who directs it. */
export interface SeenNow {
  /** The page of a member who has done nothing yet. */
  phone: RoomPage
  wall: ProjectorView
}

/**
 * What participants and the projector show now.
 *
 * @param origin scheme and host of this site as it was asked.
 * @throws AppError `not-found`, `not-allowed`, `signed-out`.
 */
export async function seenNow(deps: Deps, viewer: Viewer | null, id: string, origin: string): Promise<SeenNow> {
  const { workshop, thing } = await loadWorkshop(deps.store.read, viewer, id)
  if (!viewer) throw new AppError('signed-out', 'Sign in to lead a workshop.')
  mayLead(viewer, thing)
  const standing = { role: 'participant', joinedAt: workshop.createdAt, table: null } as const
  const [own, wall] = await Promise.all([
    roomPageOf(deps, viewer, workshop, standing),
    projectorView(deps, viewer, id, origin),
  ])
  return { phone: asMember(own), wall }
}

/** The page as a member sees it: what is the viewer's own is somebody else's, and the phase says what may be done. */
function asMember(page: RoomPage): RoomPage {
  const kind = page.phase?.kind
  const allows = (act: (typeof phaseActs)[number]) => kind !== undefined && phaseAllows(kind, 'member', act)
  const may = Object.fromEntries(phaseActs.map((act) => [act, allows(act)])) as Record<
    (typeof phaseActs)[number],
    boolean
  >
  return {
    ...page,
    me: { ...page.me, name: '', guest: false, party: 'member' },
    may: { ...page.may, ...may },
    talk: { ...page.talk, mine: null, hum: page.talk.hum && { ...page.talk.hum, own: null } },
    wordings: page.wordings && asOthers(page.wordings, may),
  }
}

function asOthers(wordings: RoomWordings, may: { propose: boolean; react: boolean; comment: boolean }): RoomWordings {
  return {
    ...wordings,
    list: wordings.list
      .filter(({ sealed }) => !sealed)
      .map((one) => ({ ...one, mine: false, reaction: null, counts: null })),
    mayPropose: wordings.mayPropose && may.propose,
    mayReact: wordings.mayReact && may.react,
    mayReason: wordings.mayReason && may.comment,
  }
}
