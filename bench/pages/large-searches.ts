import type { Random } from '../../tests/factories/random.ts'
import { pick, upTo } from '../../tests/factories/random.ts'

/** What readers type, by what is difficult about it. */
export type SearchSort = 'usual' | 'beginning' | 'mistyped' | 'common words'

/**
 * So many searches of each sort, the same for the same seed.
 *
 * @param words every word of the atlas with the number of panels that have it.
 */
export function largeSearches(
  words: readonly { word: string; count: number }[],
  random: Random,
  each: number,
): Record<SearchSort, string[]> {
  // What somebody looks for is neither on every page nor on a single one.
  const telling = words.filter(({ word, count }) => /^[a-z]{5,14}$/.test(word) && count > 3 && count < 3000)
  const common = [...words].sort((a, b) => b.count - a.count).slice(0, 60)
  const one = () => pick(random, telling).word
  const many = (make: () => string) => Array.from({ length: each }, make)
  return {
    usual: many(() => Array.from({ length: 1 + upTo(random, 3) }, one).join(' ')),
    beginning: many(() => one().slice(0, 3 + upTo(random, 3))),
    mistyped: many(() => Array.from({ length: 1 + upTo(random, 2) }, () => mistype(one(), random)).join(' ')),
    'common words': many(() => Array.from({ length: 1 + upTo(random, 4) }, () => pick(random, common).word).join(' ')),
  }
}

/** A letter left out, doubled, swapped with the next, or another one. */
function mistype(word: string, random: Random): string {
  const at = 1 + upTo(random, word.length - 2)
  const [before, letter, next, after] = [word.slice(0, at), word.charAt(at), word.charAt(at + 1), word.slice(at + 2)]
  return pick(random, [
    `${before}${next}${after}`,
    `${before}${letter}${letter}${next}${after}`,
    `${before}${next}${letter}${after}`,
    `${before}x${next}${after}`,
  ])
}
