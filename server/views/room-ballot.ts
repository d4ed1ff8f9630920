import { findAdvisory } from '../../db/queries/advisory-answers.ts'
import type { BallotRow } from '../../db/queries/ballots.ts'
import { countElectors, countMoves, findBallot, findBallotSnapshot } from '../../db/queries/ballots.ts'
import { listHumAnswers } from '../../db/queries/workshop-talk.ts'
import type { PhaseRow, WorkshopRow } from '../../db/queries/workshops.ts'
import type { Q } from '../../db/store.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { ballotSubject } from '../../domain/ballots/ballot.ts'
import { outcomeLabel, outcomeSentence } from '../../domain/ballots/outcome-words.ts'
import { mostExtensions, shownState } from '../../domain/ballots/time.ts'
import type { Stance } from '../../domain/threads/reactions.ts'
import { isRevealed } from '../../domain/workshops/advisory.ts'
import type { Party } from '../../domain/workshops/phases.ts'
import { phaseAllows } from '../../domain/workshops/phases.ts'
import type { Deps } from '../deps.ts'
import { ballotThing } from '../usecases/ballots/ballot-access.ts'
import { turnoutNow } from '../usecases/ballots/standing.ts'
import type { ShownAdvisory } from './advisory.ts'
import { enteredAdvisory, shownAdvisory } from './advisory.ts'
import type { BallotPaper, ShownState } from './ballot-paper.ts'
import { ballotPaper } from './ballot-paper.ts'
import { roomBallot } from './room-work.ts'

/** How a ballot ended, and what stood beside it in this room. */
export interface RoomResult {
  label: string
  sentence: string
  advisory: ShownAdvisory | null
}

/** A ballot as everybody in a room may see it. */
export interface RoomBallot {
  id: string
  question: string
  state: ShownState
  closesAt: number
  turnout: number
  electorate: number
  /** Null until it is revealed (workshops SPEC [V6]). */
  result: RoomResult | null
}

/** The same for one person with a phone. */
export interface RoomVote extends RoomBallot {
  /** For who is on the electorate; once it has closed it takes no vote any more. */
  paper: (BallotPaper & { contentHash: string | null }) | null
  /** Why one does not vote in it, while it is open. */
  whyNot: string | null
  /** The advisory answer of who does not vote ([V3]). */
  advisory: { may: boolean; own: Stance | null }
}

/** The same for who leads, with the result as soon as it has closed. */
export interface ConsoleBallot extends RoomBallot {
  mayClose: boolean
  mayExtend: boolean
  /** What was entered by hand, while that can be corrected; null for a ballot that is not open. */
  entered: Awaited<ReturnType<typeof enteredAdvisory>> | null
  /** The room sees the result. */
  revealed: boolean
}

interface InRoom {
  workshop: WorkshopRow
  phase: PhaseRow | undefined
  drafts: readonly { id: string }[]
}

const guestsDoNot = 'Guests do not vote: members on the electorate decide.'

/** The ballot of the room for one person in it; null where there is none. */
export async function roomVote(deps: Deps, viewer: Viewer, room: InRoom & { party: Party }): Promise<RoomVote | null> {
  const q = deps.store.read
  const row = await rowOf(q, room)
  if (!row) return null
  const thing = await ballotThing(q, row, viewer)
  const shown = await shownTo(deps, row, room, isRevealed(row, seenIn(room)))
  const open = shown.state === 'open'
  const paper = thing.isElector ? await ballotPaper(deps, viewer, { ballot: row, thing }) : null
  const { workshop, phase, party } = room
  return {
    ...shown,
    paper: paper && { ...paper, contentHash: (await findBallotSnapshot(q, row.id))?.hash ?? null },
    whyNot: !open || thing.isElector ? null : party === 'guest' ? guestsDoNot : notElector,
    advisory: {
      may: open && !thing.isElector && phase !== undefined && phaseAllows(phase.kind, party, 'vote'),
      own: thing.isElector ? null : await ownAnswer(q, workshop.id, row.id, viewer.actorId),
    },
  }
}

const notElector = 'You are not on the electorate, which was frozen when this ballot opened.'

async function ownAnswer(q: Q, workshopId: string, ballotId: string, actorId: string): Promise<Stance | null> {
  const hum = await findAdvisory(q, workshopId, ballotId)
  const answers = hum ? await listHumAnswers(q, hum.id) : []
  return answers.find((one) => one.actorId === actorId)?.answer ?? null
}

/** The ballot of the room for its wall; null where there is none, or none that this viewer may read. */
export async function wallBallot(deps: Deps, viewer: Viewer | null, room: InRoom): Promise<RoomBallot | null> {
  const row = await rowOf(deps.store.read, room)
  if (!row || !can(viewer, 'ballot.read', await ballotThing(deps.store.read, row, viewer))) return null
  return shownTo(deps, row, room, isRevealed(row, seenIn(room)))
}

/** The ballot of the room for who leads it. */
export async function consoleBallot(deps: Deps, viewer: Viewer, room: InRoom): Promise<ConsoleBallot | null> {
  const q = deps.store.read
  const row = await rowOf(q, room)
  const thing = row && (await ballotThing(q, row, viewer))
  if (!row || !thing || !can(viewer, 'ballot.read', thing)) return null
  const shown = await shownTo(deps, row, room, row.state === 'closed')
  const open = shown.state === 'open'
  return {
    ...shown,
    mayClose: open && can(viewer, 'ballot.close', thing),
    mayExtend: open && can(viewer, 'ballot.tend', thing) && (await countMoves(q, row.id, 'extended')) < mostExtensions,
    entered: open ? await enteredAdvisory(q, await findAdvisory(q, room.workshop.id, row.id)) : null,
    revealed: isRevealed(row, seenIn(room)),
  }
}

async function rowOf(q: Q, { workshop, drafts }: InRoom): Promise<BallotRow | undefined> {
  const found = await roomBallot(q, workshop, drafts)
  return found ? findBallot(q, found.id) : undefined
}

const seenIn = ({ workshop, phase }: InRoom) => ({ kind: phase?.kind ?? null, projector: workshop.projector })

async function shownTo(deps: Deps, row: BallotRow, { workshop }: InRoom, revealed: boolean): Promise<RoomBallot> {
  const q = deps.store.read
  const { id, question, state, closesAt, outcome } = row
  const { turnout } = await turnoutNow(q, id)
  const words = { subject: ballotSubject(row), options: row.options }
  return {
    ...{ id, question, closesAt, turnout, state: shownState(state, closesAt, deps.now()) },
    electorate: await countElectors(q, id),
    result:
      revealed && outcome
        ? {
            label: outcomeLabel(outcome, words.subject, words.options),
            sentence: outcomeSentence(outcome, words.subject, words.options),
            advisory: (await shownAdvisory(q, [row], workshop.id)).get(id)?.[0] ?? null,
          }
        : null,
  }
}
