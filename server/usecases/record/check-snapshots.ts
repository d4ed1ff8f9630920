import { listSnapshotsAfter } from '../../../db/queries/check.ts'
import type { Q } from '../../../db/store.ts'
import { contentHash, partHashes } from '../../../domain/entries/content-hash.ts'
import { hashJson } from '../../../domain/record/hash.ts'
import type { StepResult } from './fault.ts'

const batch = 100

/** Every snapshot still has its content hash, and each of its parts its own. */
export async function checkSnapshots(q: Q): Promise<StepResult> {
  let count = 0
  for (let after = ''; ; ) {
    const rows = await listSnapshotsAfter(q, after, batch)
    for (const { snapshot, parts } of rows) {
      count += 1
      // Its hashes tell what it said before text was removed for good; that cannot be computed again.
      if (snapshot.redactedAt !== null) continue
      const where = `snapshot ${snapshot.id}`
      if (contentHash(snapshot.content) !== snapshot.hash) {
        return { count, fault: { where, words: 'its text does not have the hash that was written for it' } }
      }
      if (hashJson(partHashes(snapshot.content)) !== hashJson(parts)) {
        return { count, fault: { where, words: 'a section or field does not have the hash that was written for it' } }
      }
    }
    const last = rows.at(-1)
    if (!last) return { count, fault: null }
    after = last.snapshot.id
  }
}
