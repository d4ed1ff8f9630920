import { attacks } from '../attacks.ts'
import { measureCost, peakRss, resetPeak, rss } from '../process-stats.ts'
import { pace, RoomLoad, wait } from '../room-load.ts'
import type { Scenario, Variant } from '../scenario.ts'
import { round } from '../scenario.ts'
import { startTarget } from '../targets.ts'

const writers = 2
const keystrokesPerSecond = 4

/** Five people in a quiet room feel nothing of what one client does to the room beside it. */
function beside(kind: string, attack: (typeof attacks)[string]): Variant {
  return {
    name: kind,
    targets: ['wsfloor', 'folkmoot'],
    bars: [
      { figure: 'p99Ms', atMost: 100 },
      { figure: 'peakGrowthMb', atMost: 64 },
      { figure: 'died', atMost: 0 },
    ],
    async run(name, world, profile) {
      const target = await startTarget(name, world, { profile })
      const room = new RoomLoad()
      try {
        await room.join(target, 0, [0, 1, 2, 3, 4], writers)
        const stop = pace(writers * keystrokesPerSecond, (n) => room.type(n % writers, true))
        await wait(2_000)
        room.resetCounts()
        const before = rss(target.pid)
        resetPeak(target.pid)
        const cost = measureCost(target.pid)
        await attack(target).catch(() => undefined)
        await wait(1_500)
        const alive = target.alive()
        const growth = alive ? peakRss(target.pid) - before : Number.NaN
        const shares = alive ? cost() : undefined
        stop()
        return {
          died: alive ? 0 : 1,
          p50Ms: round(room.latencies.quantile(0.5)),
          p99Ms: round(room.latencies.quantile(0.99)),
          maxMs: round(room.latencies.quantile(1)),
          peakGrowthMb: round(growth, 1),
          closedInQuietRoom: room.closeCodes().length,
          serverCpu: shares?.serverShare ?? 0,
          otherCpu: shares?.otherShare ?? 0,
        }
      } finally {
        await room.leave()
        await target.stop()
      }
    },
  }
}

export const abuse: Scenario = {
  id: 'S7',
  title: 'one abusive client beside a quiet room',
  variants: Object.entries(attacks).map(([kind, attack]) => beside(kind, attack)),
}
