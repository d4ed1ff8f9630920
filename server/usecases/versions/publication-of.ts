import { listApprovals } from '../../../db/queries/approvals.ts'
import type { BallotRow } from '../../../db/queries/ballots.ts'
import type { DraftRow } from '../../../db/queries/drafts.ts'
import type { EntryRow } from '../../../db/queries/entries.ts'
import { findEntryById } from '../../../db/queries/entries.ts'
import type { ObjectionRow } from '../../../db/queries/objections.ts'
import { listDraftObjections } from '../../../db/queries/objections.ts'
import { frozenTextOf, lastBallotOf } from '../../../db/queries/publication.ts'
import { lastRecount } from '../../../db/queries/recounts.ts'
import type { SnapshotRow } from '../../../db/queries/snapshots.ts'
import type { Q } from '../../../db/store.ts'
import type { Result } from '../../../domain/ballots/ballot.ts'
import { completeness, missing } from '../../../domain/entries/completeness.ts'
import type { Conditions } from '../../../domain/publishing/conditions.ts'
import type { Requirement } from '../../../domain/publishing/merge-box.ts'
import { mergeBox } from '../../../domain/publishing/merge-box.ts'
import { whyNotCloser } from '../ballots/involvement.ts'

/** All that publishing a draft depends on, read at one moment. */
export interface Publication {
  draft: DraftRow
  entry: EntryRow
  ballot: BallotRow | undefined
  /** The last snapshot of the ballot: what would be published. */
  snapshot: SnapshotRow | undefined
  objections: ObjectionRow[]
  requirements: Requirement[]
}

/**
 * Reads what publication depends on; inside the publishing transaction it is read again through that `q`.
 *
 * @param by who would publish; null where nobody is asked yet.
 */
export async function publicationOf(q: Q, draft: DraftRow, by: string | null): Promise<Publication> {
  const entry = await findEntryById(q, draft.entryId)
  if (!entry) throw new Error(`draft ${draft.id} has no entry`)
  const ballot = await lastBallotOf(q, draft.id)
  const snapshot = ballot && (await frozenTextOf(q, ballot, draft.id))
  // A count of sealed objections would tell hidden results; closing unseals them, so none can be passed over.
  const objections = (await listDraftObjections(q, draft.id))
    .map((row) => row.objection)
    .filter(({ sealed }) => !sealed)
  const requirements = mergeBox({
    draftId: draft.id,
    draftState: draft.state,
    ballot: ballot ? { id: ballot.id, state: ballot.state, result: resultFor(ballot, draft.id) } : null,
    snapshot: snapshot ? { content: snapshot.content, hash: snapshot.hash } : null,
    objections,
    missing: snapshot ? missing(completeness(snapshot.content)).map((item) => item.label) : [],
    baseVersion: draft.baseVersion,
    currentVersion: entry.currentVersion,
    recount: await lastRecount(q),
    conditions: await conditionsOf(q, draft.id, ballot, snapshot?.id ?? null, by),
  })
  return { draft, entry, ballot, snapshot, objections, requirements }
}

/** What a ballot came to for this draft: between forks, only the one that was taken is adopted (ballots SPEC [B74]). */
export function resultFor({ outcome, options }: BallotRow, draftId: string): Result | null {
  const option = options?.find((one) => one.draftId === draftId)
  if (!outcome || option === undefined || outcome.options?.winner === option.id) return outcome?.result ?? null
  return outcome.result === 'no-quorum' ? 'no-quorum' : 'rejected'
}

/** What the ballot asks of its publication beside the text (ballots SPEC [B53], [B62]). */
async function conditionsOf(
  q: Q,
  draftId: string,
  ballot: BallotRow | undefined,
  snapshotId: string | null,
  by: string | null,
): Promise<Conditions> {
  if (!ballot || snapshotId === null) return { uninvolved: null, second: null }
  const whyNot = by === null ? null : await whyNotCloser(q, ballot, by)
  const approvals = ballot.secondModerator ? await listApprovals(q, { draftId, snapshotId }) : []
  return {
    uninvolved: ballot.closer === 'uninvolved' ? { whyNot } : null,
    second: ballot.secondModerator
      ? { agreed: approvals.filter(({ actorId }) => actorId !== by).map(({ name }) => name) }
      : null,
  }
}
