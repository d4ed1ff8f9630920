/** Who wrote a stretch of text; null for words that the draft began with. */
export type Author = string | null

/** Text with its authors: `length` counts UTF-16 units and sums up to the text's. */
export interface AuthoredRun {
  length: number
  by: Author
}

export interface AuthoredText {
  text: string
  runs: AuthoredRun[]
}

/** This many words in a row do not repeat by chance often enough to matter (history SPEC [H4]). */
const wordsInARow = 3
/** Places of one inserted text that are looked up at most; the rest of a longer one is the sender's. */
const mostLookups = 2_000

/**
 * Finds in inserted text the stretches that were taken out before and gives them their authors back.
 *
 * @param removed what was taken out, latest last; the latest that fits counts.
 * @returns authors of the inserted text; `sender` where nothing fits.
 */
export function returnedAuthors(inserted: string, removed: AuthoredText, sender: Author): AuthoredRun[] {
  const runs: AuthoredRun[] = []
  const starts = wordStarts(inserted)
  let done = 0
  let lookups = 0
  for (const [i, start] of starts.entries()) {
    const anchorEnd = starts[i + wordsInARow - 1]
    if (start < done || anchorEnd === undefined) continue
    const end = wordEnd(inserted, anchorEnd)
    if (lookups === mostLookups) break
    lookups += 1
    const at = removed.text.lastIndexOf(inserted.slice(start, end))
    if (at < 0) continue
    const before = commonBefore(inserted, start, done, removed.text, at)
    const after = commonAfter(inserted, end, removed.text, at + end - start)
    addRun(runs, start - before - done, sender)
    const from = at - before
    for (const run of authorsWithin(removed.runs, from, before + end - start + after)) addRun(runs, run.length, run.by)
    done = end + after
  }
  addRun(runs, inserted.length - done, sender)
  return runs
}

/** Appends a run, joining it with the last where the author is the same. */
export function addRun(runs: AuthoredRun[], length: number, by: Author): void {
  if (length <= 0) return
  const last = runs.at(-1)
  if (last && last.by === by) last.length += length
  else runs.push({ length, by })
}

/** The authors of one stretch of a text. */
export function authorsWithin(runs: readonly AuthoredRun[], from: number, length: number): AuthoredRun[] {
  const within: AuthoredRun[] = []
  const to = from + length
  let at = 0
  for (const run of runs) {
    if (at >= to) break
    addRun(within, Math.min(at + run.length, to) - Math.max(at, from), run.by)
    at += run.length
  }
  return within
}

const word = /[\p{L}\p{N}\p{M}_’']/u

function wordStarts(text: string): number[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}_’']+/gu)].map((match) => match.index)
}

function wordEnd(text: string, start: number): number {
  let end = start
  while (end < text.length) {
    const sign = String.fromCodePoint(text.codePointAt(end) ?? 0)
    if (!word.test(sign)) break
    end += sign.length
  }
  return end
}

function commonBefore(a: string, aEnd: number, aFrom: number, b: string, bEnd: number): number {
  let n = 0
  while (aEnd - n > aFrom && bEnd - n > 0 && a[aEnd - n - 1] === b[bEnd - n - 1]) n += 1
  return n
}

function commonAfter(a: string, aStart: number, b: string, bStart: number): number {
  let n = 0
  while (aStart + n < a.length && bStart + n < b.length && a[aStart + n] === b[bStart + n]) n += 1
  return n
}
