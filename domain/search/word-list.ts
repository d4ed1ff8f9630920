import { allowedMistakes } from './near-words.ts'

/** Every word of the atlas, those that begin alike next to each other. */
export interface WordList {
  words: readonly string[]
  /** How often each occurs. */
  counts: readonly number[]
  /** How many first letters each shares with the one before. */
  shared: Uint8Array
}

/** @param rows in the order of their letters. */
export function wordList(rows: readonly { word: string; count: number }[]): WordList {
  const words = rows.map(({ word }) => word)
  const shared = Uint8Array.from(words, (word, i) => sharedLetters(words[i - 1] ?? '', word))
  return { words, counts: rows.map(({ count }) => count), shared }
}

function sharedLetters(a: string, b: string): number {
  const most = Math.min(a.length, b.length, 255)
  let n = 0
  while (n < most && a.charCodeAt(n) === b.charCodeAt(n)) n += 1
  return n
}

/** Words shorter than this are not corrected: everything is near to them. */
const shortest = 4

/**
 * The word somebody probably meant ([S3]): the one with fewest mistakes, of equals the one that occurs most. Its
 * beginning counts too, so that a mistyped beginning of a word is understood while it is being typed.
 *
 * Counts mistakes as `mistakes` does (optimal string alignment), one row for each letter of a word; words that begin
 * alike share the rows of their beginning, and those whose beginning has too many mistakes are passed over together.
 */
export function nearestWord(typed: string, { words, counts, shared }: WordList): string | undefined {
  if (typed.length < shortest || /\d/.test(typed)) return undefined
  const most = allowedMistakes(typed)
  const rows = rowsFor(typed, most)
  let found: { word: string; distance: number; count: number } | undefined
  let known = 0
  /** Words that share so many letters with the one before are as far off as that one. */
  let hopeless = never
  for (let i = 0; i < words.length; i++) {
    const same = shared[i] ?? 0
    if (same >= hopeless) continue
    const word = words[i] ?? ''
    if (rows.lost > same) {
      known = rows.read(word, Math.min(same, known))
      hopeless = rows.beginning(known) > most ? rows.lost : never
    }
    const whole = rows.lost > word.length && word.length === known ? rows.whole(known) : most + 1
    // A beginning that is nearly right is a worse guess than a whole word that is.
    const distance = Math.min(whole, rows.beginning(Math.min(word.length - 1, known)) + 0.5)
    if (distance > most) continue
    const count = counts[i] ?? 0
    if (!found || distance < found.distance || (distance === found.distance && count > found.count)) {
      found = { word, distance, count }
    }
  }
  return found?.word
}

const never = Number.POSITIVE_INFINITY

/** Mistakes between what was typed and the beginnings of one word after another. */
function rowsFor(typed: string, most: number) {
  const length = typed.length
  const deepest = length + most
  const rows = Array.from({ length: deepest + 1 }, (_, depth) =>
    Uint16Array.from({ length: length + 1 }, (_, j) => (depth === 0 ? j : 0)),
  )
  /** The fewest mistakes of a beginning that is at least as long as what was typed, and at most so long. */
  const beginnings = new Uint16Array(deepest + 1).fill(most + 1)
  /** @returns the fewest mistakes in the row, which no longer beginning can go below. */
  function readLetter(word: string, depth: number): number {
    const [row, before, last] = [rows[depth], rows[depth - 1], rows[depth - 2]]
    if (!row || !before) return most + 1
    const letter = word.charCodeAt(depth - 1)
    const letterBefore = word.charCodeAt(depth - 2)
    row[0] = depth
    let least = depth
    for (let j = 1; j <= length; j++) {
      const own = typed.charCodeAt(j - 1)
      let cost = (before[j - 1] ?? 0) + (own === letter ? 0 : 1)
      cost = Math.min(cost, (before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1)
      if (last && j > 1 && own === letterBefore && typed.charCodeAt(j - 2) === letter)
        cost = Math.min(cost, (last[j - 2] ?? 0) + 1)
      row[j] = cost
      if (cost < least) least = cost
    }
    const whole = depth >= length ? (row[length] ?? most + 1) : most + 1
    beginnings[depth] = Math.min(beginnings[depth - 1] ?? most + 1, whole)
    return least
  }

  return {
    /** The length at which the beginning of the word that was read last had too many mistakes. */
    lost: never,
    whole: (depth: number) => rows[depth]?.[length] ?? most + 1,
    beginning: (depth: number) => beginnings[Math.max(0, depth)] ?? most + 1,
    /** @returns how many letters of the word were read, those `from` before that are known included. */
    read(word: string, from: number): number {
      this.lost = never
      const end = Math.min(word.length, deepest)
      for (let depth = from + 1; depth <= end; depth++) {
        if (readLetter(word, depth) <= most) continue
        this.lost = depth
        return depth
      }
      return end
    },
  }
}
