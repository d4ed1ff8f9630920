import type { BallotRow } from '../../../db/queries/ballots.ts'
import { countElectors, listPapers } from '../../../db/queries/ballots.ts'
import type { Q } from '../../../db/store.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { Outcome } from '../../../domain/ballots/ballot.ts'
import { mayCloseReportBallot } from '../../../domain/signals/report-ballot.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { announceClosing } from './announce-closing.ts'
import { currentViewer, loadBallot } from './ballot-access.ts'
import { countAndClose } from './count-and-close.ts'

/**
 * Closes an open ballot before its time, with a reason that everyone sees (ballots SPEC [B14]).
 *
 * @returns the outcome; null when the draft was deleted and the ballot is void.
 * @throws AppError `bad-input` (reason), `not-ready` for a ballot about a report in its first day,
 * `too-late` when it is closed already, `not-found`, `not-allowed`, `signed-out`.
 */
export async function closeBallot(
  deps: Deps,
  viewer: Viewer | null,
  input: { ballotId: string; reason?: string | undefined },
): Promise<{ outcome: Outcome | null }> {
  const reason = checkText(input.reason, { field: 'reason', label: 'a reason', limit: 'reason' })
  const { ballot, outcome } = await deps.store.tx(async (q) => {
    const by = await currentViewer(q, viewer)
    const { ballot, thing } = await loadBallot(q, by, input.ballotId)
    if (!can(by, 'ballot.close', { ...thing, state: 'open' })) {
      throw new AppError('not-allowed', 'Only a moderator may close a ballot before its time.')
    }
    if (thing.state === 'scheduled') {
      throw new AppError('not-ready', 'This ballot has not opened yet. It can be cancelled instead.')
    }
    if (thing.state !== 'open') throw new AppError('too-late', 'This ballot is closed already.')
    await refuseTooEarly(deps, q, ballot)
    return { ballot, outcome: await countAndClose(deps, q, ballot, { by: by.actorId, reason }) }
  })
  announceClosing(deps, ballot)
  return { outcome }
}

/** A ballot about a report stays open for a day, or until everybody has voted (signals SPEC [F19]). */
async function refuseTooEarly(deps: Deps, q: Q, { id, reportId, opensAt }: BallotRow): Promise<void> {
  if (reportId === null) return
  const turnout = (await listPapers(q, id)).length
  if (mayCloseReportBallot({ opensAt, turnout, electorate: await countElectors(q, id) }, deps.now())) return
  throw new AppError(
    'not-ready',
    'A ballot about a report can be closed early once it was open for a day, or once everybody has voted.',
    'reason',
  )
}
