import { syncMessage } from '../../../collab/client-messages.ts'
import { messages, syncSteps } from '../../../collab/messages.ts'
import { cpuSeconds, measureCost, rss } from '../process-stats.ts'
import { wait } from '../room-load.ts'
import type { Scenario, Variant } from '../scenario.ts'
import { round } from '../scenario.ts'
import { seededTrace } from '../seeded.ts'
import type { Target } from '../targets.ts'
import { startTarget } from '../targets.ts'
import { readHead, wholeRequest } from '../wire.ts'
import { LoadSocket } from '../ws-client.ts'

/**
 * Joins as a y-websocket client does and waits for the document.
 *
 * @param least bytes that the answer must have: an empty one is not the document.
 * @returns milliseconds from the call to the last byte.
 */
export async function open(
  target: Target,
  draft: number,
  person: number,
  least: number,
): Promise<{ ms: number; socket: LoadSocket }> {
  const started = performance.now()
  let ready: (ms: number) => void = () => undefined
  const arrived = new Promise<number>((resolve) => {
    ready = resolve
  })
  const socket = new LoadSocket(target.port, target.path(draft, person), (data, start, end) => {
    const { type, step } = readHead(data, start)
    if (type !== messages.sync) return
    if (step === syncSteps.request) socket.send(syncMessage('reply', new Uint8Array([0, 0])))
    else if (step === syncSteps.reply && end - start >= least) ready(performance.now() - started)
  })
  await socket.opened
  socket.send(wholeRequest)
  const ms = await Promise.race([
    arrived,
    socket.closed.then(() => {
      throw new Error(`a socket was closed before it had the document, with ${socket.code}`)
    }),
  ])
  return { ms, socket }
}

/** The server has just been started and nobody has opened anything. */
function opening(people: number, bars: Variant['bars']): Variant {
  return {
    name: people === 1 ? 'alone' : `${people} at once`,
    targets: ['wsfloor', 'folkmoot'],
    bars,
    async run(name, world, profile) {
      const { dataDir, source, state, updatesPerSecond } = await seededTrace(world)
      const target = await startTarget(name, world, { dataDir, state: syncMessage('reply', state), profile })
      try {
        await wait(500)
        const before = { cpu: cpuSeconds(target.pid), rss: rss(target.pid) }
        const cost = measureCost(target.pid)
        const started = performance.now()
        const opened = await Promise.all(Array.from({ length: people }, (_, i) => open(target, 0, i, state.length / 2)))
        const all = performance.now() - started
        const { otherShare } = cost()
        for (const { socket } of opened) socket.end()
        const sorted = opened.map(({ ms }) => ms).sort((a, b) => a - b)
        return {
          trace: source,
          stateKb: round(state.length / 1024, 0),
          ...(people > 1 && { p50Ms: round(sorted[Math.floor(people / 2)] ?? 0, 1) }),
          allMs: round(all, 1),
          cpuS: round(cpuSeconds(target.pid) - before.cpu),
          rssBeforeMb: round(before.rss, 1),
          rssAfterMb: round(rss(target.pid), 1),
          ...(name === 'folkmoot' && { typedPerSecond: updatesPerSecond }),
          otherCpu: otherShare,
        }
      } finally {
        await target.stop()
      }
    },
  }
}

export const coldOpen: Scenario = {
  id: 'S3',
  title: 'cold open of the editing trace',
  variants: [opening(1, [{ figure: 'allMs', atMost: 60 }]), opening(50, [{ figure: 'allMs', atMost: 120 }])],
}
