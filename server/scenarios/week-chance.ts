/** Chance that falls out the same every time: xorshift of 32 bits. */
export function weekChance(seed: number) {
  let state = seed | 1
  const next = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
  return {
    /** One of them. @throws Error where there is none. */
    one<T>(all: readonly T[]): T {
      const found = all[Math.floor(next() * all.length)]
      if (found === undefined) throw new Error('nothing to choose from')
      return found
    },
    /** So many different ones. */
    some<T>(all: readonly T[], n: number): T[] {
      const left = [...all]
      return Array.from({ length: Math.min(n, left.length) }, () =>
        left.splice(Math.floor(next() * left.length), 1),
      ).flat()
    },
    /** True so often, from 0 to 1. */
    often: (share: number) => next() < share,
  }
}
