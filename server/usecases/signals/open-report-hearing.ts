import type { ThreadRow } from '../../../db/queries/threads.ts'
import type { Q } from '../../../db/store.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { hearingPlaces } from '../../../domain/threads/place.ts'
import type { Deps } from '../../deps.ts'
import { beginThread } from '../threads/begin-thread.ts'
import type { LoadedStrategy } from './signal-access.ts'

/** Opens the hearing of a report where the strategy has none that is open. Call it in a transaction. */
export async function openReportHearing(
  deps: Deps,
  q: Q,
  by: Viewer,
  { entryId, title, version }: LoadedStrategy,
): Promise<ThreadRow> {
  return beginThread(deps, q, by, {
    entryId,
    draftId: null,
    version,
    place: hearingPlaces.falsification[0],
    kind: 'falsification',
    title: `Has the signal of “${title}” landed?`,
    header: {},
    anchored: false,
  })
}
