import { findPaper } from '../../db/queries/ballots.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { Choice, Marks } from '../../domain/ballots/ballot.ts'
import { readReceipt } from '../../domain/ballots/receipt.ts'
import type { Deps } from '../deps.ts'
import { loadBallot } from '../usecases/ballots/ballot-access.ts'
import { standingOf } from '../usecases/ballots/standing.ts'
import { withoutHidden } from './ballot-results.ts'

export interface ReceiptCheck {
  /** As it was understood. */
  receipt: string
  /**
   * `in-the-box`: counted when the ballot closes. `replaced`: a newer paper stands in its place. `stale`: the text
   * changed since, and it was neither re-affirmed nor cast anew.
   */
  found: 'none' | 'in-the-box' | 'counted' | 'replaced' | 'stale'
  /** Null until the ballot is closed, and for a paper that does not count. */
  choice: Choice | null
  /** What it says of each option; null for an abstention, and where there are no options. */
  marks: Marks | null
  reason: string
}

/**
 * Looks for the paper of a receipt ([B16]). While the ballot is open it tells only whether the paper is in the box.
 *
 * @throws AppError `signed-out`, `not-found` for the ballot.
 */
export async function checkReceipt(
  deps: Deps,
  viewer: Viewer | null,
  { ballotId, typed }: { ballotId: string; typed: string },
): Promise<ReceiptCheck> {
  const q = deps.store.read
  const { ballot, thing } = await loadBallot(q, viewer, ballotId)
  const receipt = readReceipt(typed.slice(0, 200))
  const paper = await findPaper(q, ballot.id, receipt)
  const nothing = { receipt, choice: null, marks: null, reason: '' }
  if (!paper) return { ...nothing, found: 'none' }
  if (paper.replaced) return { ...nothing, found: 'replaced' }
  if ((await standingOf(q, paper)).standing === 'stale') return { ...nothing, found: 'stale' }
  if (ballot.state !== 'closed' || !can(viewer, 'ballot.results', thing)) return { ...nothing, found: 'in-the-box' }
  const [{ reason } = paper] = await withoutHidden(q, [paper])
  return { receipt, found: 'counted', choice: paper.choice, marks: paper.marks, reason }
}
