import type { CandidateKey } from '../../../db/queries/candidates.ts'
import { unsealCandidates } from '../../../db/queries/candidates.ts'
import type { PhaseRow, WorkshopRow } from '../../../db/queries/workshops.ts'
import { listPhases, updateWorkshop } from '../../../db/queries/workshops.ts'
import type { Q } from '../../../db/store.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { isSilent } from '../../../domain/workshops/phases.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentRights } from '../accounts/present-rights.ts'
import { dateLock } from './date-lock.ts'
import { roomEvents } from './room-access.ts'
import { announce, loadWorkshop, mayLead, presentPhase } from './workshop-access.ts'

/** What undoing puts back: where the room stood, the times of its phases, and the seals that the act took off. */
export interface Before {
  room: Pick<
    WorkshopRow,
    | 'state'
    | 'phase'
    | 'phaseEndsAt'
    | 'pausedLeft'
    | 'locked'
    | 'atTables'
    | 'broadcast'
    | 'spotlight'
    | 'projector'
    | 'startedAt'
    | 'endedAt'
  >
  phases: Pick<PhaseRow, 'position' | 'minutesNow' | 'startedAt' | 'endedAt'>[]
  opened: readonly CandidateKey[]
}

/** What of a workshop decides who may write into its drafts: only a change of these is told to their sockets and pages. */
const rightsHangOn = ['state', 'phase', 'phaseEndsAt', 'pausedLeft', 'locked', 'atTables'] as const

/** A workshop as one of its facilitators finds it, inside the transaction. */
export interface Led {
  workshop: WorkshopRow
  phases: PhaseRow[]
  by: Viewer
  now: number
}

/** What an act of a facilitator does. */
export interface Leading {
  /** Of the event. */
  type: string
  payload?: Record<string, unknown>
  change: Partial<WorkshopRow>
  /** Threads in which wordings were sealed again. */
  sealedAgain?: readonly string[]
}

/**
 * Runs an act of a facilitator: who may, the change, its event and what undoing would put back, in one transaction;
 * then tells pages and sockets.
 *
 * @param act decides in the transaction; it may write phases itself.
 * @throws AppError `not-found`, `not-allowed`, `signed-out`, and what `act` throws.
 */
export async function lead(
  deps: Deps,
  viewer: Viewer | null,
  workshopId: string,
  act: (q: Q, led: Led) => Promise<Leading>,
): Promise<void> {
  if (!viewer) throw new AppError('signed-out', 'Sign in to lead a workshop.')
  const { type, threads, rights } = await deps.store.tx(async (q) => {
    const by = await presentRights(q, viewer)
    const { workshop, thing } = await loadWorkshop(q, by, workshopId)
    mayLead(by, thing)
    const phases = await listPhases(q, workshopId)
    const now = deps.now()
    const before = beforeOf(workshop, phases)
    const { type, payload, change, sealedAgain = [] } = await act(q, { workshop, phases, by, now })
    const opened = await openWordings(q, { ...workshop, ...change }, phases)
    const undo = { act: type, at: now, by: by.actorId, before: { ...before, opened } }
    await updateWorkshop(q, workshopId, { undo, ...change })
    const rights = rightsHangOn.some((key) => key in change)
    if (rights) await dateLock(deps, q, { ...workshop, ...change }, phases)
    await recordEvent(deps, q, {
      type,
      subject: `workshop/${workshopId}`,
      payload: { by: by.actorId, ...payload },
    })
    if (opened.length > 0) {
      await recordEvent(deps, q, {
        type: 'workshop.wordings-opened',
        subject: `workshop/${workshopId}`,
        payload: { count: opened.length },
      })
    }
    return { type, rights, threads: new Set([...opened.map(({ threadId }) => threadId), ...sealedAgain]) }
  })
  if (rights) await announce(deps, workshopId, type)
  else deps.live.publish(roomEvents(workshopId, type))
  deps.live.publish([...threads].map((id) => ({ topic: `thread/${id}`, type, id })))
}

/** Opens what was proposed in silence as soon as the room is not silent (candidates SPEC [W14]). @returns what it opened. */
async function openWordings(
  q: Q,
  workshop: WorkshopRow,
  phases: readonly PhaseRow[],
): Promise<readonly CandidateKey[]> {
  const phase = presentPhase(workshop, phases)
  if (workshop.state === 'live' && phase && isSilent(phase.kind)) return []
  return unsealCandidates(q, workshop.id)
}

/** @throws AppError `conflict` unless the workshop is live. */
export function mustBeLive({ workshop }: Pick<Led, 'workshop'>): void {
  if (workshop.state === 'live') return
  const words =
    workshop.state === 'ended' ? 'This workshop has ended.' : 'This workshop has not begun yet. Start it first.'
  throw new AppError('conflict', words)
}

function beforeOf(workshop: WorkshopRow, phases: readonly PhaseRow[]): Omit<Before, 'opened'> {
  const { state, phase, phaseEndsAt, pausedLeft, locked, atTables, broadcast } = workshop
  const { spotlight, projector, startedAt, endedAt } = workshop
  return {
    room: {
      ...{ state, phase, phaseEndsAt, pausedLeft, locked, atTables, broadcast },
      ...{ spotlight, projector, startedAt, endedAt },
    },
    phases: phases.map(({ position, minutesNow, startedAt, endedAt }) => ({
      position,
      minutesNow,
      startedAt,
      endedAt,
    })),
  }
}
