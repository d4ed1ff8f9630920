import type { Viewer } from '../../domain/access/viewer.ts'
import { askedHash } from '../../domain/ballots/options.ts'
import type { Deps } from '../deps.ts'
import { ballotAmendments } from './ballot-amendments.ts'
import type { BallotPage } from './ballot-page.ts'
import { ballotPage, ballotText } from './ballot-page.ts'
import { ballotReport } from './ballot-report.ts'

/**
 * A ballot as the API shows it: what its page shows, and nothing that the page hides ([B17]).
 *
 * @throws AppError `signed-out`, `not-found`.
 */
export async function ballotJson(deps: Deps, viewer: Viewer | null, { id }: { id: string }) {
  const page = await ballotPage(deps, viewer, id)
  const about = await aboutOf(deps, viewer, page)
  const { amendments } = await ballotAmendments(deps, viewer, id)
  const { entry, draft, rule, names, results, quorum, turnout, electorate, question, state, known, choice } = page
  return {
    id,
    question,
    state,
    entry: { kind: entry.kind, id: entry.slug },
    draft: draft?.id ?? null,
    report: about && 'report' in about ? about.report.id : null,
    rule: rule.id,
    options: choice?.options ?? null,
    contentHash: about?.contentHash ?? null,
    names,
    results,
    preset: page.preset,
    lastCall: page.lastCall?.length ?? null,
    lastCallRestarts: page.lastCall?.restarts ?? false,
    closer: page.closer,
    secondModerator: page.secondModerator,
    opensAt: iso(page.opensAt),
    closesAt: iso(page.closesAt),
    moves: page.moves.map(({ kind, from, to, reason, at }) => ({
      kind,
      from: iso(from),
      to: iso(to),
      reason,
      at: iso(at),
    })),
    closedAt: page.closedAt === null ? null : iso(page.closedAt),
    closeReason: page.closeReason,
    electorate: electorate.count,
    quorum,
    turnout,
    toAskAgain: page.toAsk,
    amendments: amendments.map(({ n, at, change, by, note, contentHash, parts, challenge }) => ({
      ...{ n, change, by, note, contentHash, parts, at: iso(at) },
      challenge: challenge && { ...challenge, at: iso(challenge.at) },
    })),
    mayVote: page.mine.mayVote,
    askedAgain: page.mine.stale,
    outcome: known?.outcome ?? null,
    papers: known?.papers ?? [],
    statement: page.statement?.words ?? null,
    links: { page: `/ballots/${id}`, ...(draft?.href ? { draft: draft.href } : {}) },
  }
}

async function aboutOf(deps: Deps, viewer: Viewer | null, { id, question, subject, choice }: BallotPage) {
  if (subject === 'report') return ballotReport(deps, viewer, id)
  if (choice) return { contentHash: askedHash({ question, options: choice.options }) }
  return ballotText(deps, viewer, id)
}

function iso(at: number): string {
  return new Date(at).toISOString()
}
