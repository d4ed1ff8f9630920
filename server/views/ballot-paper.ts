import type { BallotRow } from '../../db/queries/ballots.ts'
import { countElectors, findPaperOf } from '../../db/queries/ballots.ts'
import { sameForAll } from '../../db/same-for-all.ts'
import type { Q } from '../../db/store.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { BallotOption, BallotRule, BallotSubject } from '../../domain/ballots/ballot.ts'
import { ballotSubject } from '../../domain/ballots/ballot.ts'
import type { OptionsRuleId } from '../../domain/ballots/marks.ts'
import { reportRuleWords } from '../../domain/ballots/question.ts'
import { ruleOf } from '../../domain/ballots/rules/registry.ts'
import { shareWords } from '../../domain/ballots/share.ts'
import { quorumNeeded } from '../../domain/ballots/tally.ts'
import { shownState } from '../../domain/ballots/time.ts'
import type { Deps } from '../deps.ts'
import type { LoadedBallot } from '../usecases/ballots/ballot-access.ts'
import { standingOf } from '../usecases/ballots/standing.ts'

export type ShownState = ReturnType<typeof shownState>

/** `stale`: the ballot is open, and the text changed since the own paper was cast. */
export interface MyPart {
  mayVote: boolean
  whyNot: string | null
  castAt: number | null
  stale: boolean
}

export interface ShownRule {
  id: BallotRule
  label: string
  explanation: string
  /** The share of yes that is drawn as a line; null where options are chosen between. */
  mark: number | null
}

/** What can be chosen between and how, the status quo last. */
export interface ShownChoice {
  options: BallotOption[]
  rule: OptionsRuleId
  ask: string
}

/** What somebody needs to see in order to vote, on the page of a ballot as on a phone in a room. */
export interface BallotPaper {
  id: string
  subject: BallotSubject
  state: ShownState
  rule: ShownRule
  /** Null where one text or question is decided. */
  choice: ShownChoice | null
  results: 'hidden' | 'public'
  electorate: { count: number }
  quorum: number
  mine: MyPart
}

/** The paper of a ballot that has opened, for this viewer. */
export async function ballotPaper(deps: Deps, viewer: Viewer | null, loaded: LoadedBallot): Promise<BallotPaper> {
  const q = deps.store.read
  const { ballot } = loaded
  // Who is on it was settled when the ballot opened; a room of two hundred asks at one moment.
  const count = await sameForAll(deps.store, countElectors, ballot.id)
  const state = shownState(ballot.state, ballot.closesAt, deps.now())
  return {
    id: ballot.id,
    subject: ballotSubject(ballot),
    state,
    rule: shownRule(ballot),
    choice: shownChoice(ballot),
    results: ballot.results,
    electorate: { count },
    quorum: quorumNeeded(ballot.quorum, count),
    mine: await myPart(q, viewer, loaded, state),
  }
}

/** The rule of a ballot in words. */
export function shownRule(ballot: BallotRow): ShownRule {
  const rule = ruleOf(ballot.rule)
  const { p } = ballot.parameters
  return {
    id: rule.id,
    label: rule.label,
    explanation:
      ballotSubject(ballot) === 'report'
        ? reportRuleWords(rule.id, p === undefined ? null : shareWords(p))
        : rule.explain(ballot.parameters),
    mark: rule.kind === 'text' ? rule.mark(ballot.parameters) : null,
  }
}

/** What a ballot lets choose between; null where it decides about one text or question. */
export function shownChoice(ballot: BallotRow): ShownChoice | null {
  const rule = ruleOf(ballot.rule)
  return rule.kind === 'options' && ballot.options ? { options: ballot.options, rule: rule.id, ask: rule.ask } : null
}

/** What the viewer may do and has done here. Their own choice is not repeated: somebody may look over a shoulder. */
export async function myPart(
  q: Q,
  viewer: Viewer | null,
  { ballot, thing }: LoadedBallot,
  state: ShownState,
): Promise<MyPart> {
  const paper = viewer ? await findPaperOf(q, ballot.id, viewer.actorId) : undefined
  const mayVote = state === 'open' && can(viewer, 'ballot.vote', thing)
  return {
    mayVote,
    whyNot: mayVote ? null : whyNot(viewer, thing.isElector, state),
    castAt: paper?.castAt ?? null,
    stale: state === 'open' && paper !== undefined && (await standingOf(q, paper.paper)).standing === 'stale',
  }
}

function whyNot(viewer: Viewer | null, isElector: boolean, state: ShownState): string | null {
  if (state !== 'open') return null
  if (!viewer) return 'Sign in to vote, if you are on the electorate.'
  if (!isElector) return 'You are not on the electorate, which was frozen when this ballot opened.'
  return viewer.suspended ? 'Your account is suspended, so you cannot vote.' : 'Your account cannot vote.'
}
