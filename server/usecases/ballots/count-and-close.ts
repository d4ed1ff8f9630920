import { listFrozenTexts } from '../../../db/queries/ballot-snapshots.ts'
import type { BallotRow } from '../../../db/queries/ballots.ts'
import { countElectors, forgetWhoVoted, listPapers, updateBallot } from '../../../db/queries/ballots.ts'
import { findDraft, updateDraft } from '../../../db/queries/drafts.ts'
import { touchEntry } from '../../../db/queries/entries.ts'
import { eraseLeaves } from '../../../db/queries/leaves.ts'
import { countOpenObjections, unsealObjections } from '../../../db/queries/objections.ts'
import type { Q } from '../../../db/store.ts'
import type { Outcome } from '../../../domain/ballots/ballot.ts'
import { decidesText } from '../../../domain/ballots/ballot.ts'
import { draftStateAfter } from '../../../domain/ballots/decide.ts'
import { outcomeOf } from '../../../domain/ballots/outcome.ts'
import { papersForm, papersHash } from '../../../domain/ballots/papers-hash.ts'
import { hashJson } from '../../../domain/record/hash.ts'
import type { Deps } from '../../deps.ts'
import { recordEvent } from '../../record/record-event.ts'
import { settleReport } from '../signals/settle-report.ts'
import { closeAdvisory } from '../workshops/close-advisory.ts'
import { settleForks } from './settle-forks.ts'

export interface Closing {
  /** Who closes it: an account, or the scheduler at its time. */
  by: string
  /** Why it closes early; null at its time. */
  reason: string | null
}

/**
 * Counts an open ballot, writes its outcome and what follows from it (ballots SPEC [B11], [B13], [B18], [B19],
 * [B22], [B42], [B73]).
 * Call it in a transaction, with a ballot read there.
 *
 * @returns null when the ballot was void.
 */
export async function countAndClose(deps: Deps, q: Q, ballot: BallotRow, closing: Closing): Promise<Outcome | null> {
  const draft = ballot.draftId === null ? null : ((await findDraft(q, ballot.draftId)) ?? null)
  const isGone = draft !== null && draft.deletedAt !== null
  if (isGone) return voidBallot(deps, q, ballot, closing)

  await unsealObjections(q, ballot.id)
  const papers = await listPapers(q, ballot.id)
  const texts = await listFrozenTexts(q, ballot.id)
  const outcome = outcomeOf(ballot, {
    electorate: await countElectors(q, ballot.id),
    papers,
    snapshots: texts,
    openObjections: draft === null ? 0 : await countOpenObjections(q, draft.id),
  })
  const at = deps.now()
  await updateBallot(q, ballot.id, { state: 'closed', closedAt: at, closeReason: closing.reason, outcome })
  // A sense check and a choice between options leave the draft as it is ([B25], [B26]).
  if (draft !== null && decidesText(ballot)) {
    await updateDraft(q, draft.id, { state: draftStateAfter(outcome.result), updatedAt: at })
  }
  await settleForks(q, ballot.options, outcome, at)
  if (ballot.names === 'hidden') await forget(q, ballot)
  const { result, tally, turnout, electorate, quorum, options } = outcome
  const { names } = ballot
  await recordEvent(deps, q, {
    type: 'ballot.closed',
    subject: `ballot/${ballot.id}`,
    payload: {
      ballotId: ballot.id,
      ...aboutOf(ballot),
      by: closing.by,
      result,
      tally,
      turnout,
      electorate,
      quorum,
      ...(outcome.freshness && { freshness: outcome.freshness }),
      ...(options && { winner: options.winner }),
      closedAt: at,
      outcome: hashJson(outcome),
      papers: { count: papers.length, form: papersForm, hash: papersHash(papers, { form: papersForm, names, texts }) },
    },
    ...(closing.reason === null ? {} : { leaf: { reason: closing.reason } }),
  })
  await closeAdvisory(deps, q, ballot.id)
  if (ballot.reportId !== null) {
    await settleReport(deps, q, { reportId: ballot.reportId, ballotId: ballot.id, result })
  }
  await touchEntry(q, ballot.entryId)
  return outcome
}

/** What a ballot is about, by its id. */
function aboutOf({ draftId, reportId, entryId }: BallotRow): Record<string, string> {
  if (draftId !== null) return { draftId }
  return reportId === null ? { entryId } : { reportId }
}

/** The draft is gone, so there is nothing left to decide; what was hidden stays hidden ([B20]). */
async function voidBallot(deps: Deps, q: Q, ballot: BallotRow, { by }: Closing): Promise<null> {
  await updateBallot(q, ballot.id, { state: 'void', closedAt: deps.now(), closeReason: 'The draft was deleted.' })
  if (ballot.names === 'hidden') await forget(q, ballot)
  await recordEvent(deps, q, {
    type: 'ballot.voided',
    subject: `ballot/${ballot.id}`,
    payload: { ballotId: ballot.id, draftId: ballot.draftId, by },
  })
  await touchEntry(q, ballot.entryId)
  return null
}

async function forget(q: Q, ballot: BallotRow): Promise<void> {
  await forgetWhoVoted(q, ballot.id)
  await eraseLeaves(q, { subject: `ballot/${ballot.id}`, type: 'ballot.vote-cast' })
}
