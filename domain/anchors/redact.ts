import { redactionMark, redactText, says } from '../entries/redact.ts'
import type { Words } from './rules.ts'
import { findWords, wordsAt } from './rules.ts'

/** Nothing is left but that there were words. */
const removed: Words = { quote: redactionMark, before: '', after: '' }

/** So many characters of a removed phrase at an edge of a quote give it away. */
const giveaway = 4

/**
 * Anchored words without a phrase that is removed for good ([N15]).
 *
 * @param text the section after the redaction, squeezed; null for words that were not placed in it.
 */
export function redactWords(words: Words, phrase: string, text: string | null): Words {
  const clean = {
    quote: redactText(words.quote, phrase),
    before: redactText(words.before, phrase),
    after: redactText(words.after, phrase),
  }
  if (says(clean.before + clean.quote + clean.after, phrase) || isCutInto(clean.quote, phrase)) return removed
  if (text !== null) {
    const found = findWords(text, clean)
    // What was kept as context may have cut the phrase; the text has none of it.
    return typeof found === 'string' ? removed : wordsAt(text, found.start, found.start + clean.quote.length)
  }
  // What the context of lost words cuts off may be a piece of the phrase; nothing is lost with it.
  return { ...clean, before: '', after: '' }
}

/** What is left of anchored words whose whole section is removed. */
export function redactSectionWords(): Words {
  return removed
}

/** Does a quote begin or end within the phrase? */
function isCutInto(quote: string, phrase: string): boolean {
  const words = quote.toLowerCase()
  const whole = phrase.trim().replace(/\s+/g, ' ').toLowerCase()
  for (let n = Math.min(whole.length - 1, words.length); n >= giveaway; n -= 1) {
    if (words.startsWith(whole.slice(-n)) || words.endsWith(whole.slice(0, n))) return true
  }
  return false
}
