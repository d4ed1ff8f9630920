import type { TargetName } from './targets.ts'
import type { World } from './world.ts'

/** What one run of one target gave; `otherCpu` is the noise, in percent of one processor. */
export type Figures = Record<string, number | string>

/** What a figure of the server must be: at most or at least so much, or so many times the bare relay's. */
export interface Bar {
  figure: string
  atMost?: number
  atLeast?: number
  atMostTimesFloor?: number
  atLeastTimesFloor?: number
}

export interface Variant {
  name: string
  targets: readonly TargetName[]
  run(target: TargetName, world: World, profile: string | undefined): Promise<Figures>
  bars: readonly Bar[]
}

export interface Scenario {
  /** As given on the command line: `S1`. */
  id: string
  title: string
  variants: readonly Variant[]
}

export function round(value: number, digits = 2): number {
  return Number(value.toFixed(digits))
}
