import { listEventsOfTypes, listVersionsAfter } from '../../../db/queries/check.ts'
import type { EventRow } from '../../../db/queries/record.ts'
import { leavesOf } from '../../../db/queries/record.ts'
import type { VersionRow } from '../../../db/queries/versions.ts'
import type { Q } from '../../../db/store.ts'
import type { PrivateLeaf } from '../../../domain/record/chain.ts'
import { hashJson } from '../../../domain/record/hash.ts'
import type { StepResult } from './fault.ts'

const batch = 200
const telling = [
  'version.imported',
  'version.published',
  'version.withdrawn',
  'version.rolled-back',
  'version.variant-kept',
]

/** Every version is as the event that tells of it says, and every such event has its version. */
export async function checkVersions(q: Q): Promise<StepResult> {
  const events = await listEventsOfTypes(q, telling)
  const leaves = await leavesOf(
    q,
    events.map((event) => event.seq),
  )
  const untold = new Map(events.map((event) => [String(event.payload.versionId), event]))
  let count = 0
  for (let after = ''; ; ) {
    const rows = await listVersionsAfter(q, after, batch)
    for (const { version, hash } of rows) {
      count += 1
      const where = `version ${version.n} of entry ${version.entryId}`
      const event = untold.get(version.id)
      if (!event) return { count, fault: { where, words: 'no event of the record tells of it' } }
      untold.delete(version.id)
      const words = difference(version, hash, event, leaves.get(event.seq))
      if (words) return { count, fault: { where, words: `${words} is not what event ${event.seq} says` } }
    }
    const last = rows.at(-1)
    if (!last) break
    after = last.version.id
  }
  const [lost] = untold.values()
  return { count, fault: lost ? { where: `event ${lost.seq}`, words: 'the version it tells of is missing' } : null }
}

/** The first part of a version that differs from its event; parts the event does not mention are not compared. */
function difference(version: VersionRow, hash: string, event: EventRow, leaf: PrivateLeaf | undefined): string | null {
  const { payload } = event
  const said: [string, unknown, unknown][] = [
    ['its entry', payload.entryId, version.entryId],
    ['its number', payload.n, version.n],
    ['its snapshot', payload.snapshotId, version.snapshotId],
    ['its content hash', payload.contentHash, hash],
    ['its ballot', payload.ballotId, version.ballotId],
    ['its decision', payload.decisionHash, hashJson(version.decision)],
    ['its list of authors', payload.authorIds, version.authors.map((author) => author.actorId ?? null)],
    ['its release note', leaf?.payload.note, version.note],
    ['its name as a variant', leaf?.payload.variant, version.variant],
    ['a name among its authors', leaf?.payload.authors, version.authors],
  ]
  const differs = said.find(([, told, is]) => told !== undefined && hashJson(told) !== hashJson(is))
  return differs ? differs[0] : null
}
