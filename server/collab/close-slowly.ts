import type { WebSocket } from 'ws'
import { closeCodes } from '../../collab/close-codes.ts'
import { limits } from './limits.ts'

/**
 * Closes sockets so that their clients come back later, a few at a time, since they would all come at once (SPEC
 * [D8]); those that do not answer in time are cut off.
 *
 * @param open loses each socket when it has closed.
 */
export async function closeSlowly(open: ReadonlySet<WebSocket>): Promise<void> {
  const waiting = [...open]
  const pause = Math.min(limits.closeSpread, limits.closeSpan / Math.max(waiting.length, 1))
  const started = performance.now()
  for (const [i, ws] of waiting.entries()) {
    const early = started + i * pause - performance.now()
    if (early > 1) await new Promise((resolve) => setTimeout(resolve, early))
    ws.close(closeCodes.restarting, 'restarting')
  }
  const deadline = performance.now() + limits.closeDeadline
  while (open.size > 0 && performance.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 10))
  for (const ws of open) ws.terminate()
}
