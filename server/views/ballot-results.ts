import { listFrozenTexts } from '../../db/queries/ballot-snapshots.ts'
import type { BallotRow, PaperRow } from '../../db/queries/ballots.ts'
import { listPaperNames, listPapers } from '../../db/queries/ballots.ts'
import { countOpenObjections, listBallotObjections } from '../../db/queries/objections.ts'
import { listWithheld } from '../../db/queries/withheld.ts'
import type { Q } from '../../db/store.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { isMember } from '../../domain/access/viewer.ts'
import type { Choice, Marks, Outcome } from '../../domain/ballots/ballot.ts'
import type { Standing, StandingPaper } from '../../domain/ballots/freshness.ts'
import { standingPapers } from '../../domain/ballots/freshness.ts'
import { outcomeOf } from '../../domain/ballots/outcome.ts'
import type { Disposition } from '../../domain/objections/rules.ts'
import { isShownTo } from '../../domain/objections/rules.ts'
import type { Deps } from '../deps.ts'
import type { AttachedSource } from './attached-sources.ts'
import { attachedSources } from './attached-sources.ts'

/** A published paper. One that does not count keeps its place in the list and says nothing more ([B3], [B49]). */
export interface ShownPaper {
  receipt: string
  standing: Standing
  /** Null for a paper that is replaced or stale. */
  choice: Choice | null
  /** What it says of each option; null for an abstention, and where there are no options. */
  marks: Marks | null
  reason: string
  /** Null where names are hidden, and for readers who are not members. */
  name: string | null
}

export interface BallotResults {
  /** Of an open ballot with public results: as it would be now. */
  outcome: Outcome
  final: boolean
  /** By receipt; empty until the ballot is closed. */
  papers: ShownPaper[]
}

/** What may be known of a ballot's result; call it only where `ballot.results` is allowed. */
export async function ballotResults(
  q: Q,
  viewer: Viewer | null,
  ballot: BallotRow,
  electorate: number,
): Promise<BallotResults> {
  if (ballot.outcome) {
    const papers = await listPapers(q, ballot.id)
    const stood = standingPapers(await withoutHidden(q, papers), await listFrozenTexts(q, ballot.id))
    const named = ballot.names === 'shown' && isMember(viewer)
    const names = named ? await listPaperNames(q, ballot.id) : new Map<string, string>()
    const shown = stood.map((one) => shownPaper(one, names))
    return { outcome: ballot.outcome, final: true, papers: ballot.names === 'shown' ? shown : shown.map(unmarked) }
  }
  const outcome = outcomeOf(ballot, {
    electorate,
    papers: await listPapers(q, ballot.id),
    snapshots: await listFrozenTexts(q, ballot.id),
    openObjections: ballot.draftId === null ? 0 : await countOpenObjections(q, ballot.draftId),
  })
  return { outcome, final: false, papers: [] }
}

/** Papers without the reason of an objection that is hidden, which says the same words (moderation SPEC [Y9]). */
export async function withoutHidden(q: Q, papers: readonly PaperRow[]): Promise<PaperRow[]> {
  const nameOf = ({ objectionId }: PaperRow) => `objection/${objectionId}`
  const kept = await listWithheld(
    q,
    papers.flatMap((paper) => (paper.objectionId === null ? [] : [nameOf(paper)])),
  )
  return papers.map((paper) => (kept.has(nameOf(paper)) ? { ...paper, reason: '' } : paper))
}

function shownPaper({ paper, standing }: StandingPaper<PaperRow>, names: ReadonlyMap<string, string>): ShownPaper {
  const { receipt, choice, marks, reason, id } = paper
  if (standing === 'replaced' || standing === 'stale') {
    return { receipt, standing, choice: null, marks: null, reason: '', name: null }
  }
  return { receipt, standing, choice, marks, reason, name: names.get(id) ?? null }
}

/** Where names are hidden, that a paper was re-affirmed would say that its voter had voted before ([B49]). */
function unmarked(paper: ShownPaper): ShownPaper {
  return paper.standing === 'reaffirmed' ? { ...paper, standing: 'fresh' } : paper
}

export interface BallotObjection {
  id: string
  text: string
  settledBy: string
  /** Null where the ballot hides names. */
  owner: string | null
  disposition: Disposition
  reason: string | null
  /** Only its owner sees it for now. */
  sealed: boolean
  sources: AttachedSource[]
}

/** Objections made with votes of this ballot, as far as this viewer may see them ([B19]). */
export async function ballotObjections(
  deps: Pick<Deps, 'store'>,
  viewer: Viewer | null,
  ballot: BallotRow,
): Promise<BallotObjection[]> {
  const rows = await listBallotObjections(deps.store.read, ballot.id)
  const sources = await attachedSources(
    deps,
    viewer,
    rows.map(({ objection }) => objection.id),
  )
  return (
    rows
      .filter(({ objection }) => isShownTo(objection, viewer?.actorId ?? null))
      // What its owner took back before anybody saw it is nothing to anybody, its owner included.
      .filter(({ objection }) => !objection.sealed || objection.disposition === 'open')
      .map(({ objection: { id, text, settledBy, disposition, reason, sealed }, owner }) => ({
        id,
        text,
        settledBy,
        owner: isMember(viewer) ? owner : null,
        disposition,
        reason,
        sealed,
        sources: sources.get(id) ?? [],
      }))
  )
}
