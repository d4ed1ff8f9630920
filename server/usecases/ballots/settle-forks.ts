import { findDraft, updateDraft } from '../../../db/queries/drafts.ts'
import type { Q } from '../../../db/store.ts'
import type { BallotOption, Outcome } from '../../../domain/ballots/ballot.ts'
import { forksAfter } from '../../../domain/ballots/forks.ts'

/** What follows for the drafts that stood in a ballot: the one that was taken is promoted, all others returned ([B73]). */
export async function settleForks(
  q: Q,
  options: readonly BallotOption[] | null,
  outcome: Outcome,
  at: number,
): Promise<void> {
  for (const { draftId, state } of forksAfter(options, outcome)) {
    if ((await findDraft(q, draftId))?.state === 'ballot-open') await updateDraft(q, draftId, { state, updatedAt: at })
  }
}
