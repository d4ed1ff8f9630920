import { listActorsOfRoles } from '../../db/queries/audience.ts'
import { findSignal } from '../../db/queries/signals.ts'
import { facilitatorRoles } from '../../domain/access/viewer.ts'
import { isDue } from '../../domain/signals/signal.ts'
import type { Deps } from '../deps.ts'
import { each } from '../notifications/occasion.ts'
import { tell } from '../notifications/tell.ts'
import { isCurrent } from '../notifications/things/signals.ts'

/**
 * Tells those who tend signals that one is due for review (signals SPEC [F11]); nothing where its review was moved, or
 * its words were replaced.
 */
export async function remindReview(deps: Deps, payload: Record<string, unknown>): Promise<void> {
  await deps.store.tx(async (q) => {
    const signal = await findSignal(q, String(payload.signalId))
    const now = deps.now()
    if (!signal || signal.reviewAt !== payload.reviewAt || !isDue(signal, now)) return
    if (!(await isCurrent(q, signal.entryId, signal.words))) return
    const told = each(await listActorsOfRoles(q, facilitatorRoles), 'signal-review', signal.id)
    const own = `due/review/${signal.id}/${signal.reviewAt}`
    await tell(q, { thing: `entry/${signal.entryId}`, by: null, draftId: null, told }, { at: now, own })
  })
}
