import type { BallotRow } from '../../../db/queries/ballots.ts'
import { findBallotSnapshot, snapshotPartHashes } from '../../../db/queries/ballots.ts'
import { findReport, findSignal } from '../../../db/queries/signals.ts'
import type { Q } from '../../../db/store.ts'
import { hashJson } from '../../../domain/record/hash.ts'
import { AppError } from '../../errors.ts'

const olderText = 'The text was changed while you were voting. Nothing was cast. Look at what changed and decide again.'

/**
 * What a paper cast now covers: a hash for each part of the frozen text, or for the question and its signal ([B22]) or
 * its options ([B26]).
 *
 * @param seen hash of the text that the voter had before them; absent where they do not say.
 * @throws AppError `conflict` (contentHash) where that is not under vote any more ([B47]).
 */
export async function coveredBy(q: Q, ballot: BallotRow, seen: string | undefined): Promise<Record<string, string>> {
  if (ballot.options !== null) {
    return { question: hashJson(ballot.question), options: hashJson(ballot.options) }
  }
  if (ballot.reportId === null) {
    const snapshot = await findBallotSnapshot(q, ballot.id)
    if (!snapshot) throw new Error(`ballot ${ballot.id} has no snapshot`)
    if (seen !== undefined && snapshot.hash !== seen) throw new AppError('conflict', olderText, 'contentHash')
    return snapshotPartHashes(q, snapshot.id)
  }
  const report = await findReport(q, ballot.reportId)
  const signal = report && (await findSignal(q, report.signalId))
  if (!signal) throw new Error(`ballot ${ballot.id} has no signal`)
  return { question: hashJson(ballot.question), signal: hashJson(signal.words) }
}
