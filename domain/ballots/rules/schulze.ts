import type { Marks } from '../ballot.ts'

/** How many papers rank the option of the row before that of the column; an option without a rank comes last. */
export function pairsOf(ids: readonly string[], marks: readonly Marks[]): number[][] {
  const pairs = ids.map(() => ids.map(() => 0))
  for (const paper of marks) {
    const ranks = ids.map((id) => paper[id] ?? Number.POSITIVE_INFINITY)
    for (const [a, row] of pairs.entries()) {
      for (let b = 0; b < row.length; b += 1) if ((ranks[a] ?? 0) < (ranks[b] ?? 0)) row[b] = (row[b] ?? 0) + 1
    }
  }
  return pairs
}

/**
 * Strength of the strongest path from each option to each other, by winning votes ([B29]): a path leads from one option
 * to the next where more papers prefer the first than the second, and is as strong as the weakest of its steps.
 */
export function strongestPaths(pairs: readonly (readonly number[])[]): number[][] {
  const wins = (a: number, b: number) => pairs[a]?.[b] ?? 0
  const paths = pairs.map((row, a) => row.map((votes, b) => (votes > wins(b, a) ? votes : 0)))
  for (let via = 0; via < paths.length; via += 1) {
    for (const [from, row] of paths.entries()) {
      if (from === via) continue
      for (let to = 0; to < row.length; to += 1) {
        if (to === from || to === via) continue
        const round = Math.min(row[via] ?? 0, paths[via]?.[to] ?? 0)
        if (round > (row[to] ?? 0)) row[to] = round
      }
    }
  }
  return paths
}

/** For each option, how many others it beats: its strongest path to them is stronger than theirs to it. */
export function beaten(paths: readonly (readonly number[])[]): number[] {
  return paths.map((row, a) => row.filter((strength, b) => strength > (paths[b]?.[a] ?? 0)).length)
}

/** The places of the options that no other beats; there is always one. */
export function unbeaten(paths: readonly (readonly number[])[]): number[] {
  const places = paths.map((_, a) => a)
  return places.filter((a) => paths.every((row, b) => (row[a] ?? 0) <= (paths[a]?.[b] ?? 0)))
}
