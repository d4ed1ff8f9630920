export type Random = () => number

/** Numbers that are the same in every run (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

export const upTo = (random: Random, most: number): number => Math.floor(random() * most)

export const pick = <T>(random: Random, list: readonly T[]): T => list[upTo(random, list.length)] as T
