import { findActorName } from '../../db/queries/actors.ts'
import type { BallotRow } from '../../db/queries/ballots.ts'
import { findBallotSnapshot, findPaperOf, listBallotTimes, listElectors } from '../../db/queries/ballots.ts'
import { findDraft } from '../../db/queries/drafts.ts'
import { findEntryById } from '../../db/queries/entries.ts'
import { findSnapshot } from '../../db/queries/snapshots.ts'
import { findVersion } from '../../db/queries/versions.ts'
import type { Q } from '../../db/store.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { isMember } from '../../domain/access/viewer.ts'
import type { BallotOption, BallotRule, BallotSubject } from '../../domain/ballots/ballot.ts'
import { ballotSubject } from '../../domain/ballots/ballot.ts'
import type { OptionsRuleId } from '../../domain/ballots/marks.ts'
import { reportRuleWords } from '../../domain/ballots/question.ts'
import { ruleOf } from '../../domain/ballots/rules/registry.ts'
import { shareWords } from '../../domain/ballots/share.ts'
import { oneMoreReachesQuorum, quorumNeeded } from '../../domain/ballots/tally.ts'
import type { MoveKind } from '../../domain/ballots/time.ts'
import { mostExtensions, shownState } from '../../domain/ballots/time.ts'
import type { Comparison } from '../../domain/compare/contents.ts'
import type { DraftState } from '../../domain/drafts/moves.ts'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import { kindPath } from '../../domain/entries/kinds.ts'
import type { Deps } from '../deps.ts'
import type { LoadedBallot } from '../usecases/ballots/ballot-access.ts'
import { loadBallot } from '../usecases/ballots/ballot-access.ts'
import { votersAtOpening } from '../usecases/ballots/open-planned.ts'
import { standingOf, turnoutNow } from '../usecases/ballots/standing.ts'
import type { BallotPlan, ShownLastCall } from './ballot-plan.ts'
import { ballotPlan, shownLastCall } from './ballot-plan.ts'
import type { Reminding } from './ballot-reminding.ts'
import { remindingOf } from './ballot-reminding.ts'
import type { BallotObjection, BallotResults } from './ballot-results.ts'
import { ballotObjections, ballotResults } from './ballot-results.ts'
import { comparison } from './comparison.ts'
import type { ShownContent } from './entry-content.ts'
import { shownContent } from './entry-content.ts'
import { takenFork } from './fork-ballot.ts'
import type { ShownStatement } from './outcome-statement.ts'
import { mayStateOutcome, shownStatement } from './outcome-statement.ts'

export interface ClosingMoveShown {
  kind: MoveKind
  from: number
  to: number
  reason: string
  by: string | null
  at: number
}

export interface BallotPage {
  id: string
  question: string
  subject: BallotSubject
  state: ReturnType<typeof shownState>
  entry: { kind: EntryKind; slug: string; title: string; href: string | null }
  /** `href` is null where the viewer may not read the draft. */
  draft: { id: string; state: string; href: string | null } | null
  /** `mark`: the share of yes that is drawn as a line; null where options are chosen between. */
  rule: { id: BallotRule; label: string; explanation: string; mark: number | null }
  /** What can be chosen between and how, the status quo last; null where one text or question is decided. */
  choice: { options: BallotOption[]; rule: OptionsRuleId; ask: string } | null
  names: 'shown' | 'hidden'
  results: 'hidden' | 'public'
  opensAt: number
  closesAt: number
  /** Each time the closing time moved, first first; `by` is null where the rule moved it. */
  moves: ClosingMoveShown[]
  closedAt: number | null
  closeReason: string | null
  openedBy: string
  /** `people`: by name, for members. */
  electorate: { count: number; people: string[] }
  /** Null for one that is not planned any more. */
  plan: BallotPlan | null
  lastCall: ShownLastCall | null
  /** Name of the preset it was opened with, as it was called then. */
  preset: string | null
  secondModerator: boolean
  quorum: number
  /** Papers cast that count; always public. */
  turnout: number
  /** Voters whose papers do not count until they are asked again, because the text changed for them ([B42], [B49]). */
  toAsk: number
  /** True when the next paper reaches the quorum. */
  quorumNext: boolean
  /** `stale`: it is open, and the text changed since the own paper was cast. */
  mine: { mayVote: boolean; whyNot: string | null; castAt: number | null; stale: boolean }
  mayClose: boolean
  /** Whether the viewer may extend it, and how often it still can be. */
  mayExtend: boolean
  extensionsLeft: number
  /** For who may remind those who have not voted; `names` only where the ballot shows names. */
  reminding: Reminding | null
  /** Where the viewer may publish what the ballot adopted; null for everybody else, and before and after. */
  publishHref: string | null
  /** Where the draft stands whose text a ballot between forks took; null for any other, and where it took none. */
  takenFork: DraftState | null
  /** What is known of the result; null while it is hidden. */
  known: BallotResults | null
  /** Those that may be seen. */
  objections: BallotObjection[]
  /** What a moderator said that it decided. */
  statement: ShownStatement | null
  closer: 'anyone' | 'uninvolved'
  /** Whether the viewer may write it; why not, for a moderator who may not. */
  outcomeBy: { may: boolean; whyNot: string | null }
}

/** The frozen text of a ballot and what it changes. */
export interface BallotText {
  contentHash: string
  takenAt: number
  shown: ShownContent
  /** Against the version the draft started from; everything is new where there was none. */
  comparison: Comparison
  baseVersion: number | null
}

/**
 * One ballot as this viewer may see it. While results are hidden, nothing in it depends on how anybody voted
 * (ballots SPEC [B17]).
 *
 * @throws AppError `signed-out`, `not-found`.
 */
export async function ballotPage(deps: Deps, viewer: Viewer | null, id: string): Promise<BallotPage> {
  const q = deps.store.read
  const loaded = await loadBallot(q, viewer, id)
  const { ballot, thing } = loaded
  const entry = await findEntryById(q, ballot.entryId)
  if (!entry) throw new Error(`ballot ${id} has no entry`)
  const people = await listElectors(q, id)
  const rule = ruleOf(ballot.rule)
  // Until it opens the electorate is who would be on it now.
  const planned = ballot.state === 'scheduled' ? await votersAtOpening(deps, q, people) : null
  const voters = planned?.length ?? people.length
  const quorum = quorumNeeded(ballot.quorum, voters)
  const moves = await listBallotTimes(q, id)
  const { turnout, toAsk } = await turnoutNow(q, id)
  const state = shownState(ballot.state, ballot.closesAt, deps.now())
  const { kind, slug, title, currentVersion } = entry
  const taken = await takenFork(q, viewer, ballot)
  const mayReadDraft = thing.draft !== null && can(viewer, 'draft.read', thing.draft)
  return {
    id,
    question: ballot.question,
    subject: ballotSubject(ballot),
    state,
    entry: { kind, slug, title, href: currentVersion === null ? null : `/${kindPath[kind]}/${slug}` },
    draft:
      ballot.draftId === null || thing.draft === null
        ? null
        : { id: ballot.draftId, state: thing.draft.state, href: mayReadDraft ? `/drafts/${ballot.draftId}` : null },
    rule: {
      id: rule.id,
      label: rule.label,
      explanation:
        ballotSubject(ballot) === 'report'
          ? reportRuleWords(rule.id, ballot.parameters.p === undefined ? null : shareWords(ballot.parameters.p))
          : rule.explain(ballot.parameters),
      mark: rule.kind === 'text' ? rule.mark(ballot.parameters) : null,
    },
    choice:
      rule.kind === 'options' && ballot.options ? { options: ballot.options, rule: rule.id, ask: rule.ask } : null,
    names: ballot.names,
    results: ballot.results,
    opensAt: ballot.opensAt,
    closesAt: ballot.closesAt,
    moves: moves.map(({ kind, from, to, reason, name, at }) => ({ kind, from, to, reason, by: name, at })),
    closedAt: ballot.closedAt,
    closeReason: ballot.closeReason,
    openedBy: await findActorName(q, ballot.openedBy),
    electorate: { count: voters, people: isMember(viewer) ? people.map(({ name }) => name) : [] },
    plan: planned && (await ballotPlan(deps, viewer, loaded, { listed: people.length > 0, voters: planned })),
    lastCall: shownLastCall(deps, ballot, moves.filter(({ kind }) => kind === 'last-call').length),
    preset: ballot.preset,
    secondModerator: ballot.secondModerator,
    quorum,
    turnout,
    toAsk,
    quorumNext: state === 'open' && oneMoreReachesQuorum(turnout, quorum),
    mine: await myPart(q, viewer, loaded, state),
    mayClose: state === 'open' && can(viewer, 'ballot.close', thing),
    mayExtend: state === 'open' && can(viewer, 'ballot.tend', thing),
    reminding: await remindingOf(deps, viewer, loaded, people, state),
    extensionsLeft: mostExtensions - moves.filter(({ kind }) => kind === 'extended').length,
    publishHref:
      thing.draft !== null && can(viewer, 'version.publish', thing.draft)
        ? `/moderation/${ballot.draftId}/publish`
        : (taken?.publishHref ?? null),
    takenFork: taken?.state ?? null,
    known: can(viewer, 'ballot.results', thing) ? await ballotResults(q, viewer, ballot, people.length) : null,
    objections: await ballotObjections(deps, viewer, ballot),
    statement: await shownStatement(q, ballot),
    closer: ballot.closer,
    outcomeBy: await mayStateOutcome(q, viewer, loaded),
  }
}

/**
 * The text under vote, for the ballot's page; null while it is planned, or where it never opened.
 *
 * @throws AppError `signed-out`, `not-found`.
 */
export async function ballotText(deps: Deps, viewer: Viewer | null, id: string): Promise<BallotText | null> {
  const q = deps.store.read
  const { ballot } = await loadBallot(q, viewer, id)
  const snapshot = await findBallotSnapshot(q, id)
  if (!snapshot) return null
  const base = await baseOf(q, ballot)
  return {
    contentHash: snapshot.hash,
    takenAt: snapshot.createdAt,
    shown: await shownContent(deps, snapshot.content),
    comparison: await comparison(deps, base?.content ?? null, snapshot.content),
    baseVersion: base?.n ?? null,
  }
}

async function baseOf(q: Q, ballot: BallotRow) {
  const draft = ballot.draftId === null ? undefined : await findDraft(q, ballot.draftId)
  if (!draft || draft.baseVersion === null) return null
  const version = await findVersion(q, ballot.entryId, draft.baseVersion)
  const snapshot = version && (await findSnapshot(q, version.snapshotId))
  return version && snapshot ? { n: version.n, content: snapshot.content } : null
}

/** What the viewer may do and has done here. Their own choice is not repeated: somebody may look over a shoulder. */
async function myPart(
  q: Q,
  viewer: Viewer | null,
  { ballot, thing }: LoadedBallot,
  state: BallotPage['state'],
): Promise<BallotPage['mine']> {
  const paper = viewer ? await findPaperOf(q, ballot.id, viewer.actorId) : undefined
  const mayVote = state === 'open' && can(viewer, 'ballot.vote', thing)
  return {
    mayVote,
    whyNot: mayVote ? null : whyNot(viewer, thing.isElector, state),
    castAt: paper?.castAt ?? null,
    stale: state === 'open' && paper !== undefined && (await standingOf(q, paper.paper)).standing === 'stale',
  }
}

function whyNot(viewer: Viewer | null, isElector: boolean, state: BallotPage['state']): string | null {
  if (state !== 'open') return null
  if (!viewer) return 'Sign in to vote, if you are on the electorate.'
  if (!isElector) return 'You are not on the electorate, which was frozen when this ballot opened.'
  return viewer.suspended ? 'Your account is suspended, so you cannot vote.' : 'Your account cannot vote.'
}
