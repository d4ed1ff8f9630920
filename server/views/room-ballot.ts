import { findAdvisory } from '../../db/queries/advisory-answers.ts'
import type { BallotRow } from '../../db/queries/ballots.ts'
import { countElectors, countMoves, findBallot, findBallotSnapshot, isElector } from '../../db/queries/ballots.ts'
import { listHumAnswers } from '../../db/queries/workshop-talk.ts'
import type { PhaseRow, WorkshopRow } from '../../db/queries/workshops.ts'
import { findWorkshop, listWorkshopDrafts } from '../../db/queries/workshops.ts'
import { sameForAll } from '../../db/same-for-all.ts'
import type { Q } from '../../db/store.ts'
import type { BallotThing } from '../../domain/access/policy.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { BallotSubject, Choice, Outcome } from '../../domain/ballots/ballot.ts'
import { ballotSubject, choiceWordsOf } from '../../domain/ballots/ballot.ts'
import { outcomeLabel, outcomeSentence } from '../../domain/ballots/outcome-words.ts'
import { mostExtensions, shownState } from '../../domain/ballots/time.ts'
import type { Stance } from '../../domain/threads/reactions.ts'
import { isRevealed } from '../../domain/workshops/advisory.ts'
import type { Party } from '../../domain/workshops/phases.ts'
import { phaseAllows } from '../../domain/workshops/phases.ts'
import type { Deps } from '../deps.ts'
import { ballotThing, toBallotThing } from '../usecases/ballots/ballot-access.ts'
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
  /** How many papers say what, in the words of the ballot; empty where one chose between options. */
  papers: { choice: Choice; words: string; papers: number }[]
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
}

const guestsDoNot = 'Guests do not vote: members on the electorate decide.'

/** The ballot of the room for one person in it; null where there is none. */
export async function roomVote(deps: Deps, viewer: Viewer, room: InRoom & { party: Party }): Promise<RoomVote | null> {
  const q = deps.store.read
  const { workshop, phase, party } = room
  const facts = await sameForAll(deps.store, ballotFacts, workshop.id)
  if (!facts) return null
  const { row } = facts
  const shown = shownTo(deps, facts, isRevealed(row, seenIn(room)))
  const open = shown.state === 'open'
  const thing = open ? await ballotThing(q, row, viewer) : await closedThing(q, row, viewer)
  const paper = thing.isElector ? await ballotPaper(deps, viewer, { ballot: row, thing }) : null
  return {
    ...shown,
    paper: paper && { ...paper, contentHash: facts.contentHash },
    whyNot: !open || thing.isElector ? null : party === 'guest' ? guestsDoNot : notElector,
    advisory: {
      may: open && !thing.isElector && phase !== undefined && phaseAllows(phase.kind, party, 'vote'),
      own: thing.isElector ? null : (facts.answers.find((one) => one.actorId === viewer.actorId)?.answer ?? null),
    },
  }
}

/** Nobody votes any more, so who was on the electorate is all that counts; a room asks it at the same moment. */
async function closedThing(q: Q, row: BallotRow, viewer: Viewer): Promise<BallotThing> {
  const onElectorate = await isElector(q, row.id, viewer.actorId)
  return toBallotThing(row, { isElector: onElectorate, draft: null, currentVersion: null })
}

const notElector = 'You are not on the electorate, which was frozen when this ballot opened.'

/** The ballot of the room for its wall; null where there is none, or none that this viewer may read. */
export async function wallBallot(deps: Deps, viewer: Viewer | null, room: InRoom): Promise<RoomBallot | null> {
  const facts = await sameForAll(deps.store, ballotFacts, room.workshop.id)
  if (!facts || !can(viewer, 'ballot.read', await ballotThing(deps.store.read, facts.row, viewer))) return null
  return shownTo(deps, facts, isRevealed(facts.row, seenIn(room)))
}

/** The ballot of the room for who leads it. */
export async function consoleBallot(deps: Deps, viewer: Viewer, room: InRoom): Promise<ConsoleBallot | null> {
  const q = deps.store.read
  const facts = await sameForAll(deps.store, ballotFacts, room.workshop.id)
  const thing = facts && (await ballotThing(q, facts.row, viewer))
  if (!facts || !thing || !can(viewer, 'ballot.read', thing)) return null
  const { row } = facts
  const shown = shownTo(deps, facts, row.state === 'closed')
  const open = shown.state === 'open'
  return {
    ...shown,
    mayClose: open && can(viewer, 'ballot.close', thing),
    mayExtend: open && can(viewer, 'ballot.tend', thing) && (await countMoves(q, row.id, 'extended')) < mostExtensions,
    entered: open ? await enteredAdvisory(q, await findAdvisory(q, room.workshop.id, row.id)) : null,
    revealed: isRevealed(row, seenIn(room)),
  }
}

type BallotFacts = NonNullable<Awaited<ReturnType<typeof ballotFacts>>>

/** What of a room's ballot does not hang on who looks. What of it may be shown, and to whom, is said above and below. */
async function ballotFacts(q: Q, workshopId: string) {
  const workshop = await findWorkshop(q, workshopId)
  const found = workshop && (await roomBallot(q, workshop, await listWorkshopDrafts(q, workshopId)))
  const row = found ? await findBallot(q, found.id) : undefined
  if (!row) return null
  const beside = await findAdvisory(q, workshopId, row.id)
  return {
    row,
    turnout: (await turnoutNow(q, row.id)).turnout,
    electorate: await countElectors(q, row.id),
    contentHash: (await findBallotSnapshot(q, row.id))?.hash ?? null,
    answers: beside ? await listHumAnswers(q, beside.id) : [],
    advisory: (await shownAdvisory(q, [row], workshopId)).get(row.id)?.[0] ?? null,
  }
}

const seenIn = ({ workshop, phase }: InRoom) => ({ kind: phase?.kind ?? null, projector: workshop.projector })

function shownTo(deps: Deps, { row, turnout, electorate, advisory }: BallotFacts, revealed: boolean): RoomBallot {
  const { id, question, state, closesAt, outcome } = row
  const words = { subject: ballotSubject(row), options: row.options }
  return {
    ...{ id, question, closesAt, turnout, electorate, state: shownState(state, closesAt, deps.now()) },
    result:
      revealed && outcome
        ? {
            label: outcomeLabel(outcome, words.subject, words.options),
            sentence: outcomeSentence(outcome, words.subject, words.options),
            advisory,
            papers: row.options === null ? papersOf(outcome, words.subject) : [],
          }
        : null,
  }
}

function papersOf({ tally }: Outcome, subject: BallotSubject): RoomResult['papers'] {
  const words = choiceWordsOf(subject)
  const order: Choice[] = ['agree', 'reservations', 'abstain', 'object']
  return order.map((choice) => ({ choice, words: words[choice].label, papers: tally[choice] }))
}
