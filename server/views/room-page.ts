import { findActorName } from '../../db/queries/actors.ts'
import { listBallotsOfDraft } from '../../db/queries/drafts.ts'
import { listDraftThreads } from '../../db/queries/threads.ts'
import { countInRoom, updateWorkshopPerson } from '../../db/queries/workshop-people.ts'
import type { PhaseRow, WorkshopRow } from '../../db/queries/workshops.ts'
import { listPhases, listWorkshopDrafts } from '../../db/queries/workshops.ts'
import type { Q } from '../../db/store.ts'
import { partyOf } from '../../domain/access/room-rights.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { candidatePlace } from '../../domain/candidates/rules.ts'
import { isLockedByTime, lockGraceMs } from '../../domain/workshops/clock.ts'
import { showCode } from '../../domain/workshops/code.ts'
import type { Party, PhaseAct } from '../../domain/workshops/phases.ts'
import { mayWriteIn, phaseActs, phaseAllows } from '../../domain/workshops/phases.ts'
import type { PhaseKind } from '../../domain/workshops/words.ts'
import type { Deps } from '../deps.ts'
import { loadOwnRoom } from '../usecases/workshops/room-access.ts'
import { presentPhase } from '../usecases/workshops/workshop-access.ts'
import type { RoomTalk } from './room-talk.ts'
import { roomTalk } from './room-talk.ts'
import type { RoomWordings } from './room-wordings.ts'
import { roomWordings } from './room-wordings.ts'

/** Seen at most this often, so that looking does not mean writing. Milliseconds. */
const seenEvery = 45_000

export interface RoomPhase {
  position: number
  kind: PhaseKind
  title: string
  instruction: string
  material: string
}

export interface RoomPage {
  id: string
  code: string
  title: string
  purpose: string
  state: WorkshopRow['state']
  startsAt: number
  zone: string
  lead: string
  present: number
  phase: RoomPhase | null
  /** How many phases the agenda has. */
  phases: number
  /** What was before, at most three lines; for who comes late it is the first thing to read. */
  before: string[]
  late: boolean
  /** The clock of the phase, and the server's, by which a page corrects its own. */
  clock: { phaseEndsAt: number | null; pausedLeft: number | null; now: number; locksAt: number | null }
  broadcast: string | null
  me: { name: string; guest: boolean; party: Party; joinedAt: number }
  may: Record<PhaseAct, boolean> & { write: boolean }
  drafts: { id: string; title: string }[]
  wordings: RoomWordings | null
  /** What everybody is asked to look at. */
  spotlight: { threadId: string; candidate: number | null } | null
  ballot: { id: string; state: string } | null
  talk: RoomTalk
  topics: string[]
}

/**
 * A workshop as somebody in its room sees it on a phone: the present phase and its one task.
 *
 * @throws AppError `not-allowed` for who is not in the room, `not-found`.
 */
export async function roomPage(deps: Deps, viewer: Viewer, workshopId: string): Promise<RoomPage> {
  const q = deps.store.read
  const now = deps.now()
  const { workshop, person } = await loadOwnRoom(q, viewer, workshopId)
  if (now - person.lastSeenAt > seenEvery) {
    await deps.store.tx((tx) => updateWorkshopPerson(tx, person, { lastSeenAt: now }))
  }
  const phases = await listPhases(q, workshopId)
  const row = workshop.state === 'live' ? presentPhase(workshop, phases) : undefined
  const drafts = await listWorkshopDrafts(q, workshopId)
  const party = partyOf(viewer, { facilitator: person.role === 'facilitator' })
  const threadId = await taskThread(q, workshop, phases, drafts)
  const wordings = threadId === null ? null : await roomWordings(deps, viewer, threadId)
  const locked = workshop.locked || isLockedByTime(workshop, row?.locksAtEnd ?? false, now)
  const may = Object.fromEntries(phaseActs.map((act) => [act, row !== undefined && phaseAllows(row.kind, party, act)]))
  return {
    id: workshop.id,
    code: showCode(workshop.code),
    title: workshop.title,
    purpose: workshop.purpose,
    state: workshop.state,
    startsAt: workshop.startsAt,
    zone: workshop.zone,
    lead: await findActorName(q, workshop.leadId),
    present: await countInRoom(q, workshopId),
    phase: row ? phaseView(row) : null,
    phases: phases.length,
    before: beforeLines(phases, workshop.phase),
    late: row?.startedAt != null && person.joinedAt >= row.startedAt,
    clock: {
      phaseEndsAt: workshop.phaseEndsAt,
      pausedLeft: workshop.pausedLeft,
      now,
      locksAt: row?.locksAtEnd && workshop.phaseEndsAt !== null ? workshop.phaseEndsAt + lockGraceMs : null,
    },
    broadcast: workshop.broadcast,
    me: { name: viewer.name, guest: viewer.role === 'guest', party, joinedAt: person.joinedAt },
    may: { ...(may as Record<PhaseAct, boolean>), write: row !== undefined && mayWriteIn(row.writers, locked, party) },
    drafts: drafts.map(({ id, title }) => ({ id, title })),
    wordings,
    spotlight: workshop.spotlight,
    ballot: await roomBallot(q, row, drafts),
    talk: await roomTalk(q, workshopId, viewer.actorId),
    topics: [`workshop/${workshopId}`, ...(wordings && row?.kind !== 'statements' ? [`thread/${threadId}`] : [])],
  }
}

const phaseView = ({ position, kind, title, instruction, material }: PhaseRow): RoomPhase => ({
  position,
  kind,
  title,
  instruction,
  material,
})

/** The phases that are over, the last three. */
function beforeLines(phases: readonly PhaseRow[], present: number | null): string[] {
  const over = phases.filter(({ position, endedAt }) => endedAt !== null && position < (present ?? 0))
  return over.slice(-3).map(({ title, instruction }) => (instruction === '' ? title : `${title}: ${instruction}`))
}

/** The thread whose wordings the room works on: of the phase, of an earlier one, or the first that takes any. */
async function taskThread(
  q: Q,
  workshop: WorkshopRow,
  phases: readonly PhaseRow[],
  drafts: Awaited<ReturnType<typeof listWorkshopDrafts>>,
): Promise<string | null> {
  const until = phases.filter(({ position }) => position <= (workshop.phase ?? 0)).reverse()
  const named =
    until.find(({ threadId }) => threadId !== null)?.threadId ?? phases.find((one) => one.threadId)?.threadId
  if (named) return named
  for (const { id, kind } of drafts) {
    const threads = await listDraftThreads(q, id)
    const takes = ({ kind: about, place }: (typeof threads)[number]) =>
      candidatePlace(kind, { kind: about, place, draftId: id }) !== null
    const first = threads.find((one) => one.state === 'open' && takes(one))
    if (first) return first.id
  }
  return null
}

/** The ballot of the phase, or the latest about one of the drafts. */
async function roomBallot(
  q: Q,
  phase: PhaseRow | undefined,
  drafts: readonly { id: string }[],
): Promise<RoomPage['ballot']> {
  for (const { id } of drafts) {
    const ballots = await listBallotsOfDraft(q, id)
    const found = ballots.find((one) => one.id === phase?.ballotId) ?? ballots.find(({ state }) => state !== 'void')
    if (found) return found
  }
  return null
}
