import { snapshotPartHashes } from '../../db/queries/ballots.ts'
import { listDraftObjections } from '../../db/queries/objections.ts'
import { findVersionEvent } from '../../db/queries/record.ts'
import type { SnapshotRow } from '../../db/queries/snapshots.ts'
import type { VersionRow } from '../../db/queries/versions.ts'
import type { Q } from '../../db/store.ts'
import { dispositionLabels } from '../../domain/objections/rules.ts'
import { hashJson, shortHash } from '../../domain/record/hash.ts'
import { partLabel } from '../../domain/threads/place.ts'

/** What anyone can check of a version. */
export interface VersionProof {
  /** The event of the record that tells of it; null where the atlas was loaded with it. */
  event: { seq: number; shortHash: string } | null
  decisionHash: string
  /** One hash for each part of the text. */
  parts: { part: string; label: string; hash: string; shortHash: string }[]
  /** Objections to its draft by what became of them; no words and no names. */
  objections: { label: string; n: number }[]
}

/** How a version hangs together with the record (publishing SPEC [P8], record SPEC [R9]). */
export async function versionProof(
  q: Q,
  { id, entryId, draftId, decision }: VersionRow,
  { id: snapshotId, content }: SnapshotRow,
): Promise<VersionProof> {
  const [event, parts, objected] = await Promise.all([
    findVersionEvent(q, entryId, id),
    snapshotPartHashes(q, snapshotId),
    draftId === null ? [] : listDraftObjections(q, draftId),
  ])
  const labels = objected
    .filter(({ objection }) => !objection.sealed)
    .map(({ objection }) => dispositionLabels[objection.disposition])
  return {
    event: event ? { seq: event.seq, shortHash: shortHash(event.hash) } : null,
    decisionHash: hashJson(decision),
    parts: Object.entries(parts)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([part, hash]) => ({ part, label: partLabel(content.kind, part), hash, shortHash: shortHash(hash) })),
    objections: [...new Set(labels)].map((label) => ({ label, n: labels.filter((one) => one === label).length })),
  }
}
