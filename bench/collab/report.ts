import type { Bar, Figures } from './scenario.ts'
import { round } from './scenario.ts'
import type { TargetName } from './targets.ts'

type Runs = ReadonlyMap<TargetName, readonly Figures[]>

/** Medians per target, and how the server's compare with the bare relay's and the batching relay's. */
export function merge(runs: Runs): Record<string, unknown> {
  const medians = new Map([...runs].map(([name, figures]) => [name, median(figures)]))
  const own = medians.get('folkmoot')
  const ratios: Record<string, Record<string, number>> = {}
  for (const floor of ['wsfloor', 'wsbatch'] as const) {
    const other = medians.get(floor)
    if (!own || !other) continue
    ratios[floor] = {}
    for (const [key, value] of Object.entries(own)) {
      const base = other[key]
      const isNoise = key === 'otherCpu' || key === 'loadCpu' || key === 'closed' || key === 'delivered'
      if (typeof value === 'number' && typeof base === 'number' && base > 0 && !isNoise) {
        ratios[floor][key] = round(value / base)
      }
    }
  }
  return { runs: runs.get('folkmoot')?.length ?? 0, ...Object.fromEntries(medians), ratios }
}

/** Which bars hold, on the medians. */
export function judge(bars: readonly Bar[], runs: Runs): { bar: string; value: number; held: boolean }[] {
  const own = median(runs.get('folkmoot') ?? [])
  const floor = median(runs.get('wsfloor') ?? [])
  return bars.flatMap(({ figure, atMost, atLeast, atMostTimesFloor, atLeastTimesFloor }) => {
    const value = own[figure]
    if (typeof value !== 'number') return []
    const base = floor[figure]
    const times = typeof base === 'number' && base > 0 ? round(value / base) : undefined
    if (atMost !== undefined) return [{ bar: `${figure} ≤ ${atMost}`, value, held: value <= atMost }]
    if (atLeast !== undefined) return [{ bar: `${figure} ≥ ${atLeast}`, value, held: value >= atLeast }]
    if (times === undefined) return []
    if (atMostTimesFloor !== undefined) {
      return [{ bar: `${figure} ≤ ${atMostTimesFloor} × wsfloor`, value: times, held: times <= atMostTimesFloor }]
    }
    const least = atLeastTimesFloor ?? 0
    return [{ bar: `${figure} ≥ ${least} × wsfloor`, value: times, held: times >= least }]
  })
}

function median(all: readonly Figures[]): Figures {
  const first = all[0] ?? {}
  return Object.fromEntries(
    Object.entries(first).map(([key, value]) => {
      if (typeof value !== 'number') return [key, value]
      const sorted = all
        .map((figures) => figures[key])
        .filter((figure): figure is number => typeof figure === 'number')
        .sort((a, b) => a - b)
      const middle = (sorted.length - 1) / 2
      return [key, round(((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2, 3)]
    }),
  )
}
