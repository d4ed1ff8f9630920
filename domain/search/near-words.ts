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

/** Words shorter than this are not corrected: everything is near to them. */
const shortest = 4

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

/**
 * The word somebody probably meant ([S3]): the one with fewest mistakes, of equals the one that occurs most. Its
 * beginning counts too, so that a mistyped beginning of a word is understood while it is being typed.
 *
 * @param known words of the atlas; those that lack too many of the letters are passed over at once.
 */
export function nearestWord(typed: string, known: readonly KnownWord[]): string | undefined {
  if (typed.length < shortest || /\d/.test(typed)) return undefined
  const most = allowedMistakes(typed)
  const wanted = lettersOf(typed)
  let found: { word: string; distance: number; count: number } | undefined
  for (const { word, count, letters } of known) {
    if (word.length < typed.length - most || lettersMissing(wanted, letters) > most) continue
    const whole = mistakes(typed, word, most)
    // A beginning that is nearly right is a worse guess than a whole word that is.
    const distance = Math.min(whole, mistakesInBeginning(typed, word, most) + 0.5)
    if (distance > most) continue
    if (!found || distance < found.distance || (distance === found.distance && count > found.count)) {
      found = { word, distance, count }
    }
  }
  return found?.word
}

/** Letters may be missing in a beginning, so the beginnings it may stand for are up to `most` longer than it. */
function mistakesInBeginning(typed: string, word: string, most: number): number {
  let least = most + 1
  for (let length = typed.length; length <= typed.length + most && length < word.length; length++) {
    least = Math.min(least, mistakes(typed, word.slice(0, length), most))
  }
  return least
}
