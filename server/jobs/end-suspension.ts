import { liftWhenOver } from '../../db/queries/appointments.ts'
import type { Deps } from '../deps.ts'
import { recordEvent } from '../record/record-event.ts'

/** Ends a suspension at its time (access SPEC [V3]); nothing where it was lifted or made longer meanwhile. */
export async function endSuspension(deps: Deps, payload: Record<string, unknown>): Promise<void> {
  const actorId = String(payload.actorId)
  const ended = await deps.store.tx(async (q) => {
    if (!(await liftWhenOver(q, actorId, deps.now()))) return false
    await recordEvent(deps, q, { type: 'actor.suspension-ended', subject: `actor/${actorId}`, payload: { actorId } })
    return true
  })
  if (ended) deps.collab.reauthorise({ actorId })
}
