import { countElectors, findPaperOf, listBallots } from '../../db/queries/ballots.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { BallotSubject, Result } from '../../domain/ballots/ballot.ts'
import { ballotSubject } from '../../domain/ballots/ballot.ts'
import { outcomeLabel } from '../../domain/ballots/outcome-words.ts'
import { shownState } from '../../domain/ballots/time.ts'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { ballotThing } from '../usecases/ballots/ballot-access.ts'
import { standingOf, turnoutNow } from '../usecases/ballots/standing.ts'

export interface BallotCard {
  id: string
  question: string
  subject: BallotSubject
  kind: EntryKind
  title: string
  state: ReturnType<typeof shownState>
  closesAt: number
  closedAt: number | null
  turnout: number
  electorate: number
  /** Whether the viewer's own paper is in, and counts. */
  voted: boolean
  /** Whether it is open and the text changed since, so that the paper does not count until its voter answers. */
  askedAgain: boolean
  result: Result | null
  /** The result in plain words. */
  label: string | null
}

export interface BallotsList {
  /** Open, and the viewer may vote. */
  mine: BallotCard[]
  open: BallotCard[]
  decided: BallotCard[]
}

/** Decided ballots shown; older ones are found through their entries. */
const most = 100

/** The ballots the viewer may read. @throws AppError `signed-out`, `not-allowed`. */
export async function ballotsList(deps: Deps, viewer: Viewer | null): Promise<BallotsList> {
  if (!viewer) throw new AppError('signed-out', 'Sign in to see ballots.')
  if (!can(viewer, 'ballot.list', null)) throw new AppError('not-allowed', 'Contributors may see the list of ballots.')
  const q = deps.store.read
  const rows = [
    ...(await listBallots(q, ['open', 'scheduled'], most)),
    ...(await listBallots(q, ['closed', 'void'], most)),
  ]
  const list: BallotsList = { mine: [], open: [], decided: [] }
  for (const { ballot, entry } of rows) {
    const thing = await ballotThing(q, ballot, viewer)
    if (!can(viewer, 'ballot.read', thing)) continue
    const own = (await findPaperOf(q, ballot.id, viewer.actorId))?.paper
    const state = shownState(ballot.state, ballot.closesAt, deps.now())
    const isOpen = state === 'open'
    const isStale = own !== undefined && (await standingOf(q, own)).standing === 'stale'
    const card: BallotCard = {
      id: ballot.id,
      question: ballot.question,
      subject: ballotSubject(ballot),
      kind: entry.kind,
      title: entry.title,
      state,
      closesAt: ballot.closesAt,
      closedAt: ballot.closedAt,
      turnout: (await turnoutNow(q, ballot.id)).turnout,
      electorate: await countElectors(q, ballot.id),
      voted: own !== undefined && !isStale,
      askedAgain: isOpen && isStale,
      result: ballot.outcome?.result ?? null,
      label: ballot.outcome && outcomeLabel(ballot.outcome, ballotSubject(ballot), ballot.options),
    }
    if (ballot.state !== 'open') list.decided.push(card)
    else if (isOpen && can(viewer, 'ballot.vote', thing)) list.mine.push(card)
    else list.open.push(card)
  }
  list.mine.sort(nextFirst)
  list.open.sort(nextFirst)
  return list
}

function nextFirst(a: BallotCard, b: BallotCard): number {
  return a.closesAt - b.closesAt
}
