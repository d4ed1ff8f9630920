import { Latencies } from '../latencies.ts'
import { measureCost, rss } from '../process-stats.ts'
import { pace, RoomLoad, wait } from '../room-load.ts'
import type { Scenario } from '../scenario.ts'
import { round } from '../scenario.ts'
import { startTarget, targetNames } from '../targets.ts'

const documents = 200
const peopleEach = 3
const keystrokesPerSecond = 4
const warmUp = 2_000
const measured = 8_000

export const manyDocuments: Scenario = {
  id: 'S2',
  title: `${documents} documents, three typing in each`,
  variants: [
    {
      name: '200 × 3',
      targets: targetNames,
      bars: [
        { figure: 'cpuUsPerMessage', atMostTimesFloor: 2 },
        { figure: 'p99Ms', atMost: 25 },
      ],
      async run(name, world, profile) {
        const target = await startTarget(name, world, { profile })
        const latencies = new Latencies()
        const rooms = Array.from({ length: documents }, () => new RoomLoad(latencies))
        try {
          for (const [i, room] of rooms.entries()) {
            await room.join(
              target,
              i,
              [0, 1, 2].map((n) => i * peopleEach + n),
              peopleEach,
            )
          }
          const typists = documents * peopleEach
          const perSecond = typists * keystrokesPerSecond
          // Neighbouring keystrokes fall on different documents, as they would.
          const stop = pace(perSecond, (n) => {
            rooms[n % documents]?.type(Math.floor(n / documents) % peopleEach, true)
          })
          await wait(warmUp)
          for (const room of rooms) room.resetCounts()
          const cost = measureCost(target.pid)
          await wait(measured)
          const { serverSeconds, serverShare, loadShare, otherShare, seconds } = cost()
          stop()
          const delivered = rooms.reduce((sum, { lettersDelivered }) => sum + lettersDelivered, 0)
          return {
            p50Ms: round(latencies.quantile(0.5)),
            p95Ms: round(latencies.quantile(0.95)),
            p99Ms: round(latencies.quantile(0.99)),
            // A keystroke is two messages and reaches two others: as many messages as letters that arrived.
            cpuUsPerMessage: round((serverSeconds * 1e6) / delivered, 1),
            delivered: round(delivered / (2 * perSecond * seconds), 3),
            deliveredPerSecond: round(delivered / seconds, 0),
            serverCpu: serverShare,
            loadCpu: loadShare,
            otherCpu: otherShare,
            rssMb: round(rss(target.pid), 1),
            closed: rooms.reduce((sum, room) => sum + room.closeCodes().length, 0),
          }
        } finally {
          await Promise.all(rooms.map((room) => room.leave()))
          await target.stop()
        }
      },
    },
  ],
}
