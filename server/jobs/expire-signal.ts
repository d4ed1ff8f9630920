import { touchEntry } from '../../db/queries/entries.ts'
import { findSignal, updateSignal } from '../../db/queries/signals.ts'
import { moveSignal } from '../../domain/signals/machine.ts'
import type { Deps } from '../deps.ts'
import { recordEvent } from '../record/record-event.ts'
import { signalCase, signalEvents } from '../usecases/signals/signal-access.ts'

/** Lets an armed signal expire whose bound in time has passed (signals SPEC [F8]); any other stays as it is. */
export async function expireSignal(deps: Deps, payload: Record<string, unknown>): Promise<void> {
  const entryId = await deps.store.tx(async (q) => {
    const signal = await findSignal(q, String(payload.signalId))
    if (!signal) return null
    const moved = moveSignal(await signalCase(q, signal), { kind: 'look', now: deps.now() })
    if (!moved || moved.state === signal.state) return null
    await updateSignal(q, signal.id, { state: moved.state })
    await recordEvent(deps, q, {
      type: 'signal.expired',
      subject: `entry/${signal.entryId}`,
      payload: { signal: signal.id, bound: signal.bound },
    })
    await touchEntry(q, signal.entryId)
    return signal.entryId
  })
  if (entryId !== null) deps.live.publish(signalEvents({ entryId }, 'signal.expired'))
}
