import { syncMessage } from '../../../collab/client-messages.ts'
import { measureCost, peakRss } from '../process-stats.ts'
import { pace, until } from '../room-load.ts'
import type { Scenario } from '../scenario.ts'
import { round } from '../scenario.ts'
import { seededTrace } from '../seeded.ts'
import { startTarget, targetNames } from '../targets.ts'
import { Typist } from '../typist.ts'
import type { LoadSocket } from '../ws-client.ts'
import { open } from './cold-open.ts'

const people = 300

/** Everybody comes within a second, gets the whole document, and shows their face. */
export const joinStorm: Scenario = {
  id: 'S4',
  title: `${people} joining within a second, a document of 100,000 characters`,
  variants: [
    {
      name: '300 in one second',
      targets: targetNames,
      bars: [{ figure: 'p99Ms', atMost: 100 }],
      async run(name, world, profile) {
        const { dataDir, state } = await seededTrace(world)
        const target = await startTarget(name, world, { dataDir, state: syncMessage('reply', state), profile })
        try {
          const first = await open(target, 0, people + 1, state.length / 2)
          const sockets: LoadSocket[] = [first.socket]
          const times: number[] = []
          const cost = measureCost(target.pid)
          const started = performance.now()
          let failed = 0
          const stop = pace(people, (n) => {
            if (n >= people) return
            open(target, 0, n, state.length / 2).then(
              ({ ms, socket }) => {
                times.push(ms)
                sockets.push(socket)
                socket.write(new Typist(2_000_000 + n).caret())
              },
              () => {
                failed += 1
              },
            )
          })
          await until(() => times.length + failed >= people, 30_000)
          const all = performance.now() - started
          stop()
          const { serverSeconds, otherShare } = cost()
          const sorted = times.sort((a, b) => a - b)
          const at = (share: number) => round(sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN, 1)
          for (const socket of sockets) socket.end()
          return {
            p50Ms: at(0.5),
            p95Ms: at(0.95),
            p99Ms: at(0.99),
            allMs: round(all, 0),
            synced: times.length,
            cpuS: round(serverSeconds),
            peakMb: round(peakRss(target.pid), 1),
            otherCpu: otherShare,
          }
        } finally {
          await target.stop()
        }
      },
    },
  ],
}
