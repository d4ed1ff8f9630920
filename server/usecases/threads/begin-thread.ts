import type { ThreadRow } from '../../../db/queries/threads.ts'
import { insertThread } from '../../../db/queries/threads.ts'
import type { Q } from '../../../db/store.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { Deps } from '../../deps.ts'
import { recordEvent } from '../../record/record-event.ts'

type Begun = Pick<ThreadRow, 'entryId' | 'draftId' | 'version' | 'place' | 'kind' | 'title' | 'header'>

/** Writes a thread that begins now, with its event. Call it in a transaction, once it may begin. */
export async function beginThread(
  deps: Deps,
  q: Q,
  by: Viewer,
  { anchored, ...thread }: Begun & { anchored: boolean },
): Promise<ThreadRow> {
  const now = deps.now()
  const row: ThreadRow = {
    ...thread,
    id: deps.newId(),
    state: 'open',
    outcome: null,
    outcomeReason: null,
    outcomeCandidate: null,
    resolvedBy: null,
    resolvedAt: null,
    confirmedBy: null,
    confirmedAt: null,
    createdBy: by.actorId,
    createdAt: now,
    updatedAt: now,
  }
  await insertThread(q, row)
  const { entryId, draftId, version, place, kind, title, header } = row
  await recordEvent(deps, q, {
    type: 'thread.opened',
    subject: `thread/${row.id}`,
    payload: {
      by: by.actorId,
      entry: entryId,
      draft: draftId,
      version,
      place,
      kind,
      ...(anchored && { anchored }),
    },
    leaf: { title, header },
  })
  return row
}
