/** A word of the atlas, made ready to be compared with what somebody typed. */
export interface KnownWord {
  word: string
  /** How often it occurs. */
  count: number
  letters: number
}

export function knownWord(word: string, count: number): KnownWord {
  return { word, count, letters: lettersOf(word) }
}

/** Which letters a text has, one bit each; letters far apart may share a bit. */
export function lettersOf(text: string): number {
  let letters = 0
  for (let i = 0; i < text.length; i++) letters |= 1 << (text.charCodeAt(i) & 31)
  return letters
}

/** At least so many letters of the first are not in the second: each is a mistake, wherever it stands. */
export function lettersMissing(wanted: number, there: number): number {
  let left = wanted & ~there
  let n = 0
  for (; left !== 0; left &= left - 1) n += 1
  return n
}

/** Letters that may be wrong in a word: one in a short word, two in a long one. */
export function allowedMistakes(word: string): number {
  return word.length >= 8 ? 2 : 1
}

/**
 * Mistakes that turn one word into the other: letters missing, added, replaced, or two neighbours swapped. Stops
 * counting, and answers `most + 1`, once there are more than `most`.
 */
export function mistakes(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min((row[j - 1] ?? 0) + (same ? 0 : 1), (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      next.push(cost)
      least = Math.min(least, cost)
    }
    if (least > most) return most + 1
    before = row
    row = next
  }
  return Math.min(row[b.length] ?? 0, most + 1)
}
