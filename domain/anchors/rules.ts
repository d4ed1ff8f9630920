/** Words in a squeezed text, with what stands around them ([N2]). */
export interface Words {
  quote: string
  before: string
  after: string
}

/** The longest quote, in UTF-16 code units. */
export const longestQuote = 600
/** The most that is kept of what stands before and after it. */
export const contextLength = 32
/** So many agreeing characters are certain ([N4]). */
const certain = 32

/** The words from `start` to `end` (exclusive) of a squeezed text. */
export function wordsAt(text: string, start: number, end: number): Words {
  return {
    quote: text.slice(start, end),
    before: whole(text.slice(Math.max(0, start - contextLength), start)),
    after: whole(text.slice(end, end + contextLength)),
  }
}

/** Without half a character at either end, which could not be stored. */
function whole(text: string): string {
  return text.replace(/^[\uDC00-\uDFFF]/, '').replace(/[\uD800-\uDBFF]$/, '')
}

/** Where a quote stands in a squeezed text; overlapping occurrences count each. */
export function occurrences(text: string, quote: string): number[] {
  const found: number[] = []
  if (quote === '') return found
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) found.push(at)
  return found
}

/**
 * Does all of the context agree with the words at `start`? Where a context that was kept is short, the section ended
 * there, and must end there now; what somebody sent may be short for no reason.
 */
function agreesWholly(text: string, start: number, { quote, before, after }: Words, kept: boolean): boolean {
  const end = start + quote.length
  if (start < before.length || !text.startsWith(after, end) || !text.startsWith(before, start - before.length)) {
    return false
  }
  if (!kept) return true
  // Half a character may have been left out of a context.
  const atStart = before.length < contextLength - 1
  const atEnd = after.length < contextLength - 1
  return (!atStart || start === before.length) && (!atEnd || end + after.length === text.length)
}

/** Is the quote at `start` certainly the words ([N4])? @param kept false for a context as somebody sent it. */
export function isCertain(text: string, start: number, words: Words, kept = true): boolean {
  if (agreesWholly(text, start, words, kept)) return true
  const { quote, before, after } = words
  const end = start + quote.length
  let n = 0
  while (n < before.length && text[start - 1 - n] === before[before.length - 1 - n]) n += 1
  let m = 0
  while (m < after.length && text[end + m] === after[m]) m += 1
  return quote.length + n + m >= certain
}

/** Where something stands that reads like words that were kept, and certainly could be them ([N4]). */
export function lookalikes(text: string, words: Words): number[] {
  const { quote, before, after } = words
  const all = before.length + quote.length + after.length
  // So few characters were a whole section, and are certain only where they are one.
  if (all < certain && text.length !== all) return []
  return occurrences(text, quote).filter((start) => isCertain(text, start, words))
}

export type Found = { start: number } | 'gone' | 'ambiguous'

/**
 * Looks words up in a squeezed text by themselves ([N3]–[N6]).
 *
 * @param words without context for words that were typed by hand: they are found where they stand once.
 * @param sent for words as somebody sent them; `seen` is where they stood in a text of which length.
 */
export function findWords(
  text: string,
  words: Words | { quote: string },
  sent?: { seen: { start: number; length: number } | undefined },
): Found {
  const all = occurrences(text, words.quote)
  const [first] = all
  if (first === undefined) return 'gone'
  if (!('before' in words)) return all.length === 1 ? { start: first } : 'ambiguous'
  if (all.length === 1) return isCertain(text, first, words, !sent) ? { start: first } : 'gone'
  const agreeing = all.filter((start) => agreesWholly(text, start, words, !sent))
  if (agreeing.length === 1 && agreeing[0] !== undefined) return { start: agreeing[0] }
  const seen = sent?.seen
  const same = agreeing.find((start) => seen?.length === text.length && seen.start === start)
  return same === undefined ? 'ambiguous' : { start: same }
}

/** Where an anchor's words stand in a text that it was not followed into; an orphaned one stays so ([N13], [N14]). */
export function findAgain(text: string, anchor: Words & { state: 'placed' | 'orphaned' }): number | null {
  const found = anchor.state === 'placed' ? findWords(text, anchor) : 'gone'
  return typeof found === 'string' ? null : found.start
}
