import { canCount } from '../../../domain/ballots/time.ts'
import { Lie, same } from './faults.ts'
import type { EventLine } from './lines.ts'

/** What the events of the record tell of one ballot. */
export interface BallotStory {
  opened: EventLine
  closed: EventLine | null
  isVoid: boolean
  /** The closing time in force, moves included; milliseconds since 1970. */
  closesAt: number
  /** The one before the last move. */
  closedBefore: number
  casts: number
  /** People whose papers were in the box after the last cast. */
  turnout: number
  amended: EventLine[]
  challenged: Set<number>
  /** What papers said when they were cast, by paper, where the bundle tells it. */
  said: Map<string, Record<string, unknown>>
  /** Hash of its outcome statement as it was worded last; undefined where no event tells of one. */
  statement: unknown
}

/** Between the time read for a vote and the time its event carries, in milliseconds, where no cast time is told. */
const grace = 60_000

export function beginStory(event: EventLine): BallotStory {
  const closesAt = numberOf(event, 'closesAt')
  return {
    opened: event,
    closed: null,
    isVoid: false,
    closesAt,
    closedBefore: closesAt,
    casts: 0,
    turnout: 0,
    amended: [],
    challenged: new Set(),
    said: new Map(),
    statement: undefined,
  }
}

/**
 * Takes the next event of a ballot into its story ([R14]).
 *
 * @throws Lie for an act that this ballot did not allow then: a vote that is too late, a second closing, a move from
 * another time than the one in force.
 */
export function tellOn(story: BallotStory, event: EventLine): void {
  const where = `event ${event.seq}`
  if (event.type === 'ballot.opened') throw new Lie(where, 'the ballot it opens was open already', event.subject, null)
  if (event.type === 'ballot.outcome-stated') {
    if (!story.closed) throw new Lie(where, 'an outcome was stated before its ballot closed', event.subject, null)
    story.statement = event.payload.statementHash
    return
  }
  const act = acts[event.type]
  if (!act) return
  if (story.closed || story.isVoid)
    throw new Lie(where, 'its ballot had ended before', event.type, story.closed?.seq ?? 'void')
  act(story, event, where)
}

type Act = (story: BallotStory, event: EventLine, where: string) => void

const acts: Record<string, Act> = {
  'ballot.vote-cast': (story, event, where) => {
    const { castAt, turnout } = event.payload
    const counts = typeof castAt === 'number' ? canCount(castAt, story.closesAt) : event.at < story.closesAt + grace
    if (!counts) throw new Lie(where, 'the vote was cast after the closing time', castAt ?? event.at, story.closesAt)
    if (turnout !== story.turnout && turnout !== story.turnout + 1) {
      throw new Lie(where, 'the turnout it states', turnout, story.turnout + 1)
    }
    story.casts += 1
    story.turnout = turnout
    if (event.leaf) story.said.set(String(event.leaf.payload.paperId), event.leaf.payload)
  },
  'ballot.extended': (story, event, where) => {
    const { from } = event.payload
    if (from !== story.closesAt && from !== story.closedBefore) {
      throw new Lie(where, 'the closing time it moves', from, story.closesAt)
    }
    move(story, numberOf(event, 'to'))
  },
  'ballot.amended': (story, event, where) => {
    same(where, 'the number of the text', event.payload.n, story.amended.length + 2)
    story.amended.push(event)
    if (typeof event.payload.closesAt === 'number') move(story, event.payload.closesAt)
  },
  'ballot.amendment-challenged': (story, event) => {
    story.challenged.add(numberOf(event, 'n'))
  },
  'ballot.voided': (story) => {
    story.isVoid = true
  },
  'ballot.closed': (story, event, where) => {
    const at = typeof event.payload.closedAt === 'number' ? event.payload.closedAt : event.at
    if (at < story.closesAt && event.leafHash === null) {
      throw new Lie(where, 'the ballot was closed before its time without a reason', at, story.closesAt)
    }
    story.closed = event
  },
}

function move(story: BallotStory, to: number): void {
  if (to === story.closesAt) return
  story.closedBefore = story.closesAt
  story.closesAt = to
}

function numberOf({ seq, payload }: EventLine, name: string): number {
  const value = payload[name]
  if (typeof value !== 'number') throw new Lie(`event ${seq}`, `it states no ${name}`, value, 'a number')
  return value
}
