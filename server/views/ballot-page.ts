import { findActorName } from '../../db/queries/actors.ts'
import type { BallotRow } from '../../db/queries/ballots.ts'
import { findBallotSnapshot, listBallotTimes, listElectors } from '../../db/queries/ballots.ts'
import { findDraft } from '../../db/queries/drafts.ts'
import { findEntryById } from '../../db/queries/entries.ts'
import { findSnapshot } from '../../db/queries/snapshots.ts'
import { findVersion } from '../../db/queries/versions.ts'
import type { Q } from '../../db/store.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { isMember } from '../../domain/access/viewer.ts'
import type { BallotSubject } from '../../domain/ballots/ballot.ts'
import { ballotSubject } from '../../domain/ballots/ballot.ts'
import { oneMoreReachesQuorum, quorumNeeded } from '../../domain/ballots/tally.ts'
import type { MoveKind } from '../../domain/ballots/time.ts'
import { mostExtensions, shownState } from '../../domain/ballots/time.ts'
import type { Comparison } from '../../domain/compare/contents.ts'
import type { DraftState } from '../../domain/drafts/moves.ts'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import { kindPath } from '../../domain/entries/kinds.ts'
import type { Advisory } from '../../domain/workshops/advisory.ts'
import type { Deps } from '../deps.ts'
import { loadBallot } from '../usecases/ballots/ballot-access.ts'
import { votersAtOpening } from '../usecases/ballots/open-planned.ts'
import { turnoutNow } from '../usecases/ballots/standing.ts'
import { shownAdvisory } from './advisory.ts'
import type { MyPart, ShownChoice, ShownRule, ShownState } from './ballot-paper.ts'
import { myPart, shownChoice, shownRule } from './ballot-paper.ts'
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
  state: ShownState
  entry: { kind: EntryKind; slug: string; title: string; href: string | null }
  /** `href` is null where the viewer may not read the draft. */
  draft: { id: string; state: string; href: string | null } | null
  rule: ShownRule
  /** What can be chosen between and how, the status quo last; null where one text or question is decided. */
  choice: ShownChoice | null
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
  mine: MyPart
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
  /** What workshops said beside it, not counted; none before it has closed. `workshop`: where the viewer may read it. */
  advisory: (Advisory & { workshop: string | null })[]
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
    rule: shownRule(ballot),
    choice: shownChoice(ballot),
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
    advisory: ((await shownAdvisory(q, [ballot])).get(id) ?? []).map(({ workshopId, ...counts }) => ({
      ...counts,
      workshop: isMember(viewer) ? workshopId : null,
    })),
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
