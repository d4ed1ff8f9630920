import { listCandidateReactions, listCandidates } from '../../../db/queries/candidates.ts'
import { insertSimulatedGuest, listSimulatedGuests } from '../../../db/queries/rehearsals.ts'
import { listContributionOutline } from '../../../db/queries/threads.ts'
import {
  findWorkshopPerson,
  insertGuest,
  putInRoom,
  updateWorkshopPerson,
} from '../../../db/queries/workshop-people.ts'
import { lastHum, listHumAnswers, listTurns } from '../../../db/queries/workshop-talk.ts'
import type { PhaseRow, WorkshopRow } from '../../../db/queries/workshops.ts'
import { listPhases, listWorkshopDrafts } from '../../../db/queries/workshops.ts'
import type { Q } from '../../../db/store.ts'
import { colourFor } from '../../../domain/access/colours.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { Played, RehearsedRoom, SimulatedAct } from '../../../domain/workshops/rehearsal.ts'
import { nextActs, simulatedGuests, simulatedName } from '../../../domain/workshops/rehearsal.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { ownTable } from '../../views/room-tables.ts'
import { roomThread } from '../../views/room-work.ts'
import { proposeCandidate } from '../candidates/propose-candidate.ts'
import { reactToCandidate } from '../candidates/react-to-candidate.ts'
import { postContribution } from '../threads/post-contribution.ts'
import { askToSpeak } from './ask-to-speak.ts'
import { answerHum } from './hum.ts'
import { roomEvents } from './room-access.ts'
import { presentNow, presentPhase } from './workshop-access.ts'

type Guest = Awaited<ReturnType<typeof listSimulatedGuests>>[number]

/** The room, or one table of it. */
interface Stage {
  workshop: WorkshopRow
  threadId: string | null
  guests: readonly Guest[]
}

/**
 * Has the simulated guests of a rehearsal do what comes next, each through the use case that a person would use
 * (workshops SPEC [E2], [E3]). What the room does not take any more is left out.
 */
export async function playRehearsal(deps: Deps, workshop: WorkshopRow): Promise<void> {
  const q = deps.store.read
  const phases = await listPhases(q, workshop.id)
  const guests = await listSimulatedGuests(q, workshop.id)
  const kind = workshop.state === 'live' ? (presentPhase(workshop, phases)?.kind ?? null) : null
  const hum = await lastHum(q, workshop.id)
  const humOpen = hum !== undefined && hum.closedAt === null
  for (const [i, stage] of (await stagesOf(q, workshop, phases, guests)).entries()) {
    const wordings = await openWordings(q, stage)
    // Who is missing comes in once, not at every table.
    const joined = i === 0 ? guests.length : simulatedGuests
    const acts = nextActs({ kind, joined, played: await played(q, stage), wordings, humOpen })
    for (const act of acts) await tryTo(deps, stage, act)
  }
  await stayPresent(deps, workshop, guests)
}

/** The room as a whole, or its tables while it sits at them; the first of them is there before anybody is. */
async function stagesOf(
  q: Q,
  workshop: WorkshopRow,
  phases: readonly PhaseRow[],
  guests: readonly Guest[],
): Promise<Stage[]> {
  const plenum = await roomThread(q, workshop, phases, await listWorkshopDrafts(q, workshop.id))
  const at = new Map<string | null, Guest[]>()
  for (const guest of guests) {
    const person = await findWorkshopPerson(q, workshop.id, guest.actorId)
    const table = person ? await ownTable(q, workshop, person) : null
    const threadId = table ? table.threadId : plenum
    at.set(threadId, [...(at.get(threadId) ?? []), guest])
  }
  if (at.size === 0) return [{ workshop, threadId: plenum, guests: [] }]
  return [...at].map(([threadId, some]) => ({ workshop, threadId, guests: some }))
}

async function openWordings(q: Q, { threadId, guests }: Stage): Promise<RehearsedRoom['wordings']> {
  if (threadId === null) return []
  const numberOf = new Map(guests.map(({ actorId, n }) => [actorId, n]))
  const rows = await listCandidates(q, threadId, null)
  return rows
    .filter(({ state }) => state === 'standing')
    .map(({ n, authorId }) => ({ n, by: numberOf.get(authorId) ?? null }))
}

async function tryTo(deps: Deps, stage: Stage, act: SimulatedAct): Promise<void> {
  try {
    await perform(deps, stage, act)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    deps.log.info({ workshopId: stage.workshop.id, act: act.kind, code: error.code }, 'a simulated guest was refused')
  }
}

/** What each guest has done; who was taken out does nothing any more. */
async function played(q: Q, { workshop, threadId, guests }: Stage): Promise<Played[]> {
  const reactions = threadId === null ? [] : await listCandidateReactions(q, threadId)
  const outline = threadId === null ? [] : await listContributionOutline(q, threadId)
  const turns = await listTurns(q, workshop.id)
  const hum = await lastHum(q, workshop.id)
  const answers = hum ? await listHumAnswers(q, hum.id) : []
  return Promise.all(
    guests.map(async ({ actorId, n, removedAt }) => {
      const own = threadId === null ? [] : await listCandidates(q, threadId, actorId)
      const out = removedAt !== null
      return {
        n,
        proposed: out || own.some((one) => one.authorId === actorId && one.state === 'standing'),
        reactedTo: out
          ? own.map((one) => one.n)
          : reactions.filter((one) => one.actorId === actorId).map((one) => one.n),
        reasoned: out || outline.some((one) => one.authorId === actorId),
        asked: out || turns.some((turn) => turn.actorId === actorId),
        hummed: out || answers.some((answer) => answer.actorId === actorId),
      }
    }),
  )
}

async function perform(deps: Deps, { workshop, threadId, guests }: Stage, act: SimulatedAct): Promise<void> {
  if (act.kind === 'join') return join(deps, workshop, act.guest)
  const guest = guests.find(({ n }) => n === act.guest)
  if (!guest) return
  const { actorId, name, colour } = guest
  const viewer: Viewer = { actorId, name, role: 'guest', colour, suspended: false }
  const workshopId = workshop.id
  if (act.kind === 'ask') return askToSpeak(deps, viewer, { workshopId, act: 'ask' })
  if (act.kind === 'hum') return answerHum(deps, viewer, { workshopId, stance: act.stance })
  if (threadId === null) return
  if (act.kind === 'propose') {
    await proposeCandidate(deps, viewer, { threadId, text: act.text })
  } else if (act.kind === 'react') {
    await reactToCandidate(deps, viewer, { threadId, candidate: String(act.wording), stance: act.stance })
  } else {
    const { type, text } = act
    await postContribution(deps, viewer, { threadId, candidate: String(act.wording), type, text })
  }
}

/** A guest without a session: nobody can sign in as it. */
async function join(deps: Deps, { id: workshopId }: WorkshopRow, n: number): Promise<void> {
  const actorId = deps.newId()
  await deps.store.tx(async (q) => {
    const now = deps.now()
    const name = simulatedName(n)
    const standing = { removedAt: null, claimedBy: null, claimedAt: null }
    await insertGuest(q, { actorId, workshopId, colour: colourFor(actorId), ...standing }, { name, at: now })
    await insertSimulatedGuest(q, { actorId, workshopId, n })
    const times = { joinedAt: now, lastSeenAt: now, removedAt: null, leftAt: null }
    await putInRoom(q, { workshopId, actorId, role: 'participant', table: null, named: false, ...times })
    await recordEvent(deps, q, {
      type: 'workshop.joined',
      subject: `workshop/${workshopId}`,
      payload: { by: actorId, guest: true, present: await presentNow(deps, q, workshopId) },
      leaf: { name },
    })
  })
  deps.live.publish(roomEvents(workshopId, 'workshop.joined'))
}

/** They look at their phones all the time. */
async function stayPresent(deps: Deps, workshop: WorkshopRow, guests: readonly Guest[]): Promise<void> {
  await deps.store.tx(async (q) => {
    for (const { actorId } of guests) {
      await updateWorkshopPerson(q, { workshopId: workshop.id, actorId }, { lastSeenAt: deps.now() })
    }
  })
}
