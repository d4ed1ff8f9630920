import type { Viewer } from '../../domain/access/viewer.ts'
import type { Deps } from '../deps.ts'
import { ballotPage, ballotText } from './ballot-page.ts'
import { ballotReport } from './ballot-report.ts'

/**
 * A ballot as the API shows it: what its page shows, and nothing that the page hides ([B17]).
 *
 * @throws AppError `signed-out`, `not-found`.
 */
export async function ballotJson(deps: Deps, viewer: Viewer | null, { id }: { id: string }) {
  const page = await ballotPage(deps, viewer, id)
  const about = page.subject === 'report' ? await ballotReport(deps, viewer, id) : await ballotText(deps, viewer, id)
  const { entry, draft, rule, names, results, quorum, turnout, electorate, question, state, known } = page
  return {
    id,
    question,
    state,
    entry: { kind: entry.kind, id: entry.slug },
    draft: draft?.id ?? null,
    report: about && 'report' in about ? about.report.id : null,
    rule: rule.id,
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
    mayVote: page.mine.mayVote,
    outcome: known?.outcome ?? null,
    papers: known?.papers ?? [],
    statement: page.statement?.words ?? null,
    links: { page: `/ballots/${id}`, ...(draft?.href ? { draft: draft.href } : {}) },
  }
}

function iso(at: number): string {
  return new Date(at).toISOString()
}
