import { listVersionsAfter } from '../../../db/queries/check.ts'
import { lastLogged } from '../../../db/queries/doc-log.ts'
import { findDraft } from '../../../db/queries/drafts.ts'
import { findSnapshot } from '../../../db/queries/snapshots.ts'
import type { VersionRow } from '../../../db/queries/versions.ts'
import type { Store } from '../../../db/store.ts'
import { writtenAt } from '../../history/written-at.ts'
import type { StepResult } from './fault.ts'

const batch = 200

/**
 * Every version's authors are those that its draft's log gives. Versions whose log is not there (imported, or redacted
 * since) and versions from before authors were counted are passed over.
 */
export async function checkAuthors(store: Store): Promise<StepResult> {
  let count = 0
  for (let after = ''; ; ) {
    const rows = await listVersionsAfter(store.read, after, batch)
    for (const { version } of rows) {
      const differs = await differsFromLog(store, version)
      if (differs === null) continue
      count += 1
      const where = `version ${version.n} of entry ${version.entryId}`
      if (differs) return { count, fault: { where, words: 'its authors are not those that the draft’s log gives' } }
    }
    const last = rows.at(-1)
    if (!last) return { count, fault: null }
    after = last.version.id
  }
}

/** @returns null where there is nothing to compare with. */
async function differsFromLog(store: Store, version: VersionRow): Promise<boolean | null> {
  const counted = version.authors.filter((author) => author.characters !== undefined)
  if (version.draftId === null || counted.length === 0) return null
  const [draft, snapshot] = [
    await findDraft(store.read, version.draftId),
    await findSnapshot(store.read, version.snapshotId),
  ]
  if (!draft || !snapshot || snapshot.docGeneration !== draft.generation) return null
  const log = { draftId: draft.id, kind: draft.kind, generation: draft.generation }
  if ((await lastLogged(store.read, log)) < snapshot.docSeq) return null
  const written = await writtenAt(store, log, snapshot.docSeq)
  const inLog = new Map(written.map(({ actorId, characters }) => [actorId, characters]))
  return counted.some(({ actorId, characters }) => (inLog.get(actorId) ?? 0) !== characters)
}
