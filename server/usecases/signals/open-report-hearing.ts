import type { ThreadRow } from '../../../db/queries/threads.ts'
import { insertThread } from '../../../db/queries/threads.ts'
import type { Q } from '../../../db/store.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { hearingPlaces } from '../../../domain/threads/place.ts'
import type { Deps } from '../../deps.ts'
import { recordEvent } from '../../record/record-event.ts'
import type { LoadedStrategy } from './signal-access.ts'

/** Opens the hearing of a report where the strategy has none that is open. Call it in a transaction. */
export async function openReportHearing(
  deps: Deps,
  q: Q,
  by: Viewer,
  { entryId, title, version }: LoadedStrategy,
): Promise<ThreadRow> {
  const now = deps.now()
  const row: ThreadRow = {
    id: deps.newId(),
    entryId,
    draftId: null,
    version,
    place: hearingPlaces.falsification[0],
    kind: 'falsification',
    title: `Has the signal of “${title}” landed?`,
    header: {},
    state: 'open',
    outcome: null,
    outcomeCandidate: null,
    outcomeReason: null,
    resolvedBy: null,
    resolvedAt: null,
    confirmedBy: null,
    confirmedAt: null,
    createdBy: by.actorId,
    createdAt: now,
    updatedAt: now,
  }
  await insertThread(q, row)
  await recordEvent(deps, q, {
    type: 'thread.opened',
    subject: `thread/${row.id}`,
    payload: { by: by.actorId, entry: entryId, draft: null, version, place: row.place, kind: row.kind },
    leaf: { title: row.title, header: row.header },
  })
  return row
}
