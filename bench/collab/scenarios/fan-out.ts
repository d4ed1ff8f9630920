import { measureCost, rss } from '../process-stats.ts'
import { pace, RoomLoad, until, wait } from '../room-load.ts'
import type { Figures, Scenario, Variant } from '../scenario.ts'
import { round } from '../scenario.ts'
import type { TargetName } from '../targets.ts'
import { startTarget, targetNames } from '../targets.ts'
import type { World } from '../world.ts'

const writers = 5
const keystrokesPerSecond = 8
const warmUp = 2_000
const measured = 10_000

function persons(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i)
}

/** Five people write, everybody sees it: each keystroke is a change of the document and a move of the caret. */
function steady(people: number, bars: Variant['bars']): Variant {
  return {
    name: `${people} people`,
    targets: targetNames,
    bars,
    async run(name, world, profile) {
      const target = await startTarget(name, world, { profile })
      const room = new RoomLoad()
      try {
        await room.join(target, 0, persons(people), writers)
        const stop = pace(writers * keystrokesPerSecond, (n) => room.type(n % writers, true))
        await wait(warmUp)
        room.resetCounts()
        const cost = measureCost(target.pid)
        await wait(measured)
        const { serverSeconds, serverShare, loadShare, otherShare } = cost()
        stop()
        const { latencies, lettersDelivered, presencesDelivered, closeCodes } = room
        const frames = lettersDelivered + presencesDelivered
        const offered = (2 * writers * keystrokesPerSecond * (people - 1) * measured) / 1000
        return {
          p50Ms: round(latencies.quantile(0.5)),
          p95Ms: round(latencies.quantile(0.95)),
          p99Ms: round(latencies.quantile(0.99)),
          cpuUsPerFrame: round((serverSeconds * 1e6) / frames),
          delivered: round(frames / offered, 3),
          serverCpu: serverShare,
          loadCpu: loadShare,
          otherCpu: otherShare,
          rssMb: round(rss(target.pid), 1),
          closed: closeCodes.call(room).length,
        }
      } finally {
        await room.leave()
        await target.stop()
      }
    },
  }
}

const ladder = [
  1_000, 1_400, 2_000, 2_800, 3_400, 4_000, 4_800, 5_600, 6_800, 8_000, 9_600, 11_200, 12_800, 14_000, 16_000, 18_000,
  20_000, 22_400, 25_600,
]
const stepWarmUp = 1_500
const stepMeasured = 3_000
const tolerated = 100

/** The highest rate of changes, all together, at which 99 of 100 arrive within a tenth of a second. */
const highest: Variant = {
  name: '50 people, highest rate',
  targets: targetNames,
  bars: [{ figure: 'updatesPerSecond', atLeastTimesFloor: 3.5 }],
  async run(name, world, profile) {
    let best: Figures = { updatesPerSecond: 0 }
    const target = await startTarget(name, world, { wide: true, profile })
    try {
      for (const [i, rate] of ladder.entries()) {
        const step = await tryRate(name, world, target, rate, i)
        if (!step) {
          // Once more, because a single pause of the machine must not decide.
          const again = await tryRate(name, world, target, rate, ladder.length + i)
          if (!again) break
          best = again
        } else best = step
      }
    } finally {
      await target.stop()
    }
    return best
  },
}

async function tryRate(
  _name: TargetName,
  _world: World,
  target: Awaited<ReturnType<typeof startTarget>>,
  rate: number,
  draft: number,
): Promise<Figures | undefined> {
  const room = new RoomLoad()
  try {
    await room.join(target, draft, persons(50), writers)
    const stop = pace(rate, (n) => room.type(n % writers, false))
    await wait(stepWarmUp)
    room.resetCounts()
    const cost = measureCost(target.pid)
    await wait(stepMeasured)
    const { serverSeconds, serverShare, loadShare, otherShare, seconds } = cost()
    const delivered = room.lettersDelivered
    stop()
    const p99 = room.latencies.quantile(0.99)
    process.stderr.write(`    ${rate}/s: p99 ${round(p99)} ms, server ${serverShare} %, load ${loadShare} %\n`)
    const kept = delivered / (rate * 49 * seconds)
    if (!(p99 < tolerated) || kept < 0.97 || room.closeCodes().length > 0) return undefined
    return {
      updatesPerSecond: rate,
      p50Ms: round(room.latencies.quantile(0.5)),
      p99Ms: round(p99),
      cpuUsPerFrame: round((serverSeconds * 1e6) / delivered, 3),
      serverCpu: serverShare,
      loadCpu: loadShare,
      otherCpu: otherShare,
    }
  } finally {
    await room.leave()
    await until(() => false, 200)
  }
}

export const fanOut: Scenario = {
  id: 'S1',
  title: 'fan-out, five writers',
  variants: [
    steady(10, []),
    steady(50, []),
    steady(200, [
      { figure: 'cpuUsPerFrame', atMostTimesFloor: 0.9 },
      { figure: 'p99Ms', atMost: 25 },
    ]),
    highest,
  ],
}
