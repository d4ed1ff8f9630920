import type { BallotRow } from '../../../db/queries/ballots.ts'
import type { DraftRow } from '../../../db/queries/drafts.ts'
import type { EntryRow } from '../../../db/queries/entries.ts'
import { findEntryById } from '../../../db/queries/entries.ts'
import { frozenTextOf, lastBallotOf } from '../../../db/queries/publication.ts'
import type { SnapshotRow } from '../../../db/queries/snapshots.ts'
import { listVariants } from '../../../db/queries/versions.ts'
import type { Q } from '../../../db/store.ts'
import type { Result } from '../../../domain/ballots/ballot.ts'
import { variantFault } from '../../../domain/publishing/variants.ts'
import { numbered } from './moderated-entry.ts'
import { resultFor } from './publication-of.ts'

/** A draft whose text might be kept as a minority variant. */
export interface Candidate {
  entry: EntryRow
  ballot: BallotRow | undefined
  /** The text that was voted on. */
  snapshot: SnapshotRow | undefined
  /** The current text; null where the entry is not in the atlas. */
  current: SnapshotRow | null
  variants: { n: number; name: string }[]
  /** Why it cannot be kept; null where it can (publishing SPEC [P30]). */
  fault: string | null
}

export async function variantOf(q: Q, draft: DraftRow): Promise<Candidate> {
  const entry = await findEntryById(q, draft.entryId)
  if (!entry) throw new Error(`draft ${draft.id} has no entry`)
  const ballot = await lastBallotOf(q, draft.id)
  const snapshot = ballot && (await frozenTextOf(q, ballot, draft.id))
  const last = entry.currentVersion === null ? null : await numbered(q, entry, entry.currentVersion)
  const current = last && last.version.kind !== 'withdraw' ? last.snapshot : null
  const variants = await listVariants(q, entry.id)
  const fault = variantFault({
    draftState: draft.state,
    ballot: ballot ? { state: ballot.state, adopted: isTaken(resultFor(ballot, draft.id)) } : null,
    hash: snapshot?.hash ?? null,
    currentHash: current?.hash ?? null,
    isKept: variants.some((one) => one.hash === snapshot?.hash),
  })
  return { entry, ballot, snapshot, current, variants, fault }
}

/** A ballot that carries a text which objections block has taken it too. */
function isTaken(result: Result | null): boolean {
  return result === 'adopted' || result === 'blocked'
}
