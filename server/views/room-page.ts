import { findActorName } from '../../db/queries/actors.ts'
import { countInRoom } from '../../db/queries/workshop-people.ts'
import type { PhaseRow, WorkshopPersonRow, WorkshopRow } from '../../db/queries/workshops.ts'
import { findWorkshop, listPhases, listWorkshopDrafts } from '../../db/queries/workshops.ts'
import { sameForAll } from '../../db/same-for-all.ts'
import type { Q } from '../../db/store.ts'
import { partyOf } from '../../domain/access/room-rights.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { statusQuo } from '../../domain/candidates/rules.ts'
import { catchUp } from '../../domain/workshops/catch-up.ts'
import { isLockedByTime, lockGraceMs } from '../../domain/workshops/clock.ts'
import { showCode } from '../../domain/workshops/code.ts'
import type { Party, PhaseAct } from '../../domain/workshops/phases.ts'
import { isSilent, mayWriteIn, phaseActs, phaseAllows } from '../../domain/workshops/phases.ts'
import type { PhaseKind } from '../../domain/workshops/words.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { noteSeen } from '../usecases/workshops/note-seen.ts'
import { loadOwnRoom } from '../usecases/workshops/room-access.ts'
import { presentPhase } from '../usecases/workshops/workshop-access.ts'
import type { RoomVote } from './room-ballot.ts'
import { roomVote } from './room-ballot.ts'
import type { OwnTable } from './room-tables.ts'
import { ownTable } from './room-tables.ts'
import type { RoomTalk } from './room-talk.ts'
import { roomTalk } from './room-talk.ts'
import type { RoomWordings } from './room-wordings.ts'
import { roomWordings } from './room-wordings.ts'
import { roomThread } from './room-work.ts'

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
  /** A try with simulated guests, of which nothing is kept. */
  rehearsal: boolean
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
  /** Where the viewer sits while the room is at its tables. */
  table: OwnTable | null
  wordings: RoomWordings | null
  /** What everybody is asked to look at. */
  spotlight: { threadId: string; candidate: number | null } | null
  ballot: RoomVote | null
  talk: RoomTalk
  topics: string[]
}

/**
 * A workshop as somebody in its room sees it on a phone: the present phase and its one task.
 *
 * @throws AppError `not-allowed` for who is not in the room, `not-found`.
 */
export async function roomPage(deps: Deps, viewer: Viewer, workshopId: string): Promise<RoomPage> {
  const { workshop, person } = await loadOwnRoom(deps.store.read, viewer, workshopId)
  await noteSeen(deps, person)
  return roomPageOf(deps, viewer, workshop, person)
}

/** The same for a workshop and a person that were found already. */
export async function roomPageOf(
  deps: Deps,
  viewer: Viewer,
  workshop: WorkshopRow,
  person: Pick<WorkshopPersonRow, 'role' | 'joinedAt' | 'table'>,
): Promise<RoomPage> {
  const q = deps.store.read
  const now = deps.now()
  const workshopId = workshop.id
  const { phases, drafts, plenum, lead, present } = await sameForAll(deps.store, roomFacts, workshopId)
  const row = workshop.state === 'live' ? presentPhase(workshop, phases) : undefined
  const party = partyOf(viewer, { facilitator: person.role === 'facilitator' })
  const table = await ownTable(q, workshop, person)
  const threadId = table ? table.threadId : plenum
  const wordings = threadId === null ? null : await roomWordings(deps, viewer, threadId)
  const locked = workshop.locked || isLockedByTime(workshop, row?.locksAtEnd ?? false, now)
  const may = Object.fromEntries(phaseActs.map((act) => [act, row !== undefined && phaseAllows(row.kind, party, act)]))
  return {
    id: workshop.id,
    code: showCode(workshop.code),
    title: workshop.title,
    purpose: workshop.purpose,
    state: workshop.state,
    rehearsal: workshop.rehearsal,
    startsAt: workshop.startsAt,
    zone: workshop.zone,
    lead,
    present,
    phase: row ? phaseView(row) : null,
    phases: phases.length,
    before: soFar(workshop, phases, wordings),
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
    // A table works on its own version of the first.
    drafts: drafts.map(({ id, title }, i) => ({ id: table && i === 0 ? table.draftId : id, title })),
    table,
    wordings,
    // Numbers of wordings are those of one thread.
    spotlight: workshop.spotlight?.threadId === threadId ? workshop.spotlight : null,
    ballot: await roomVote(deps, viewer, { workshop, phase: row, party }),
    talk: await roomTalk(deps.store, workshopId, viewer.actorId),
    topics: [`workshop/${workshopId}`, ...(wordings && !(row && isSilent(row.kind)) ? [`thread/${threadId}`] : [])],
  }
}

/** What does not hang on who looks. */
async function roomFacts(q: Q, workshopId: string) {
  const workshop = await findWorkshop(q, workshopId)
  if (!workshop) throw new AppError('not-found', 'There is no such workshop.')
  const phases = await listPhases(q, workshopId)
  const drafts = await listWorkshopDrafts(q, workshopId)
  return {
    phases,
    drafts,
    plenum: await roomThread(q, workshop, phases, drafts),
    lead: await findActorName(q, workshop.leadId),
    present: await countInRoom(q, workshopId),
  }
}

const phaseView = ({ position, kind, title, instruction, material }: PhaseRow): RoomPhase => ({
  position,
  kind,
  title,
  instruction,
  material,
})

/** For who comes late: what the phases that are over led to. */
function soFar(workshop: WorkshopRow, phases: readonly PhaseRow[], wordings: RoomWordings | null): string[] {
  const over = phases.filter(({ position, endedAt }) => endedAt !== null && position < (workshop.phase ?? 0))
  const proposed = wordings?.list.filter(({ n, sealed }) => n !== statusQuo && !sealed) ?? []
  const given = wordings?.list.map(({ reasons }) => reasons.for.length + reasons.against.length + reasons.more) ?? []
  return catchUp({
    purpose: workshop.purpose,
    over: over.map(({ title }) => title),
    about: wordings?.placeLabel ?? null,
    wordings: proposed.length,
    reasons: given.reduce((sum, n) => sum + n, 0),
  })
}
