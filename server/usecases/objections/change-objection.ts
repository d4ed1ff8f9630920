import type { Q } from '../../../db/store.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { Deps } from '../../deps.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentRights } from '../accounts/present-rights.ts'
import { signedIn } from '../threads/thread-access.ts'
import type { LoadedObjection } from './objection-access.ts'
import { loadObjection, objectionEvents, touchForObjection } from './objection-access.ts'

interface Changed {
  /** What the event says in the open beside who did it and to which objection. */
  payload?: Record<string, string | boolean | null>
  /** The words that go with it. */
  leaf?: Record<string, string>
}

/** Changes an objection with its event in one transaction, and tells the pages that show it. */
export async function changeObjection(
  deps: Deps,
  viewer: Viewer | null,
  objectionId: string,
  type: string,
  change: (q: Q, by: Viewer, loaded: LoadedObjection) => Promise<Changed>,
): Promise<void> {
  const asking = signedIn(viewer)
  const objection = await deps.store.tx(async (q) => {
    const by = await presentRights(q, asking)
    const loaded = await loadObjection(q, by, objectionId)
    const { payload = {}, leaf } = await change(q, by, loaded)
    const { objection } = loaded
    await recordEvent(deps, q, {
      type,
      subject: `draft/${objection.draftId}`,
      payload: { by: by.actorId, objection: objection.id, ...payload },
      ...(leaf && { leaf }),
    })
    await touchForObjection(q, loaded)
    return objection
  })
  deps.live.publish(objectionEvents(objection, type))
}
