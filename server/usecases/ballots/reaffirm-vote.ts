import type { PaperRow } from '../../../db/queries/ballots.ts'
import { findPaperOf, insertPaper } from '../../../db/queries/ballots.ts'
import type { Q } from '../../../db/store.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { ballotEvents, currentViewer, loadBallot } from './ballot-access.ts'
import type { CastReceipt } from './cast-vote.ts'
import { drawReceipt, mayVote, recordVote } from './cast-vote.ts'
import { coveredBy } from './covered-by.ts'
import { standingOf } from './standing.ts'

/**
 * Has the voter's choice hold for the text as it is under vote now: a new paper in place of the stale one
 * (ballots SPEC [B46], [B47]). The record tells of it as of any vote ([B49]).
 *
 * @throws AppError `conflict` where nobody has to be asked again or the text changed once more, `too-late`, `gone`,
 * `not-allowed`, `not-found`, `signed-out`.
 */
export async function reaffirmVote(
  deps: Deps,
  viewer: Viewer | null,
  input: { ballotId: string; contentHash?: string | undefined },
): Promise<CastReceipt> {
  const { ballot, cast } = await deps.store.tx(async (q) => {
    const by = await currentViewer(q, viewer)
    if (by.suspended) throw new AppError('not-allowed', 'Your account is suspended. Your vote was not cast.')
    const loaded = await loadBallot(q, by, input.ballotId)
    const castAt = deps.now()
    mayVote(by, loaded, castAt)
    const { ballot } = loaded
    const stale = await stalePaper(q, ballot.id, by)
    const covered = await coveredBy(q, ballot, input.contentHash)
    const receipt = await drawReceipt(deps, q)
    const { choice, marks, reason, objectionId, source } = stale
    const paper: PaperRow = {
      ...{ id: deps.newId(), ballotId: ballot.id, choice, marks, reason, source, objectionId },
      covered,
      receipt,
      replaces: stale.receipt,
      replaced: false,
      reaffirms: stale.receipt,
    }
    await insertPaper(q, paper, { actorId: by.actorId, castAt })
    await recordVote(deps, q, paper, { by, castAt })
    return { ballot, cast: { receipt, castAt, replacedEarlier: true } }
  })
  deps.live.publish(ballotEvents(ballot, 'ballot.vote-cast'))
  return cast
}

async function stalePaper(q: Q, ballotId: string, by: Viewer): Promise<PaperRow> {
  const paper = (await findPaperOf(q, ballotId, by.actorId))?.paper
  if (!paper) throw new AppError('conflict', 'You have not voted yet, so there is no vote that could still hold.')
  if ((await standingOf(q, paper)).standing === 'stale') return paper
  throw new AppError('conflict', 'Your vote counts for the text as it is. Nothing has to be said again.')
}
