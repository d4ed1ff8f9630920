import type { SearchQuery, SearchTerm } from './query.ts'
import { fold, matcher } from './query.ts'

/** A stretch of text; `hit` where it answers the search. */
export interface Piece {
  text: string
  hit: boolean
}

interface Token {
  start: number
  end: number
  folded: string
}

const word = /[\p{L}\p{N}\p{M}]+/gu

function tokensOf(text: string): Token[] {
  return [...text.matchAll(word)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    folded: fold(match[0]),
  }))
}

/** For every token the terms it answers; a phrase counts where all its words follow each other. */
function hitsOf(tokens: readonly Token[], terms: readonly SearchTerm[]): Map<number, Set<number>> {
  const hits = new Map<number, Set<number>>()
  const mark = (at: number, term: number) => hits.set(at, (hits.get(at) ?? new Set()).add(term))
  for (const [n, term] of terms.entries()) {
    if (term.without) continue
    const answers = matcher(term)
    for (const [at, token] of tokens.entries()) {
      if (term.words.length === 1 && answers(token.folded)) mark(at, n)
      else if (term.words.length > 1 && term.words.every((one, i) => tokens[at + i]?.folded === one))
        for (const i of term.words.keys()) mark(at + i, n)
    }
  }
  return hits
}

/** A whole text with what answers the search marked. */
export function marked(text: string, query: SearchQuery): Piece[] {
  const tokens = tokensOf(text)
  return pieces(text, tokens, hitsOf(tokens, query.terms), 0, text.length)
}

/** How many terms of a search a text answers. */
export function countAnswered(text: string, query: SearchQuery): number {
  const answered = new Set([...hitsOf(tokensOf(text), query.terms).values()].flatMap((terms) => [...terms]))
  return answered.size
}

/** Words shown of a passage. */
const passageWords = 34
/** Of these, words before the first hit. */
const leadWords = 6
/** Longer texts are searched to here; nobody reads an excerpt from further down. */
const longestText = 40_000

/**
 * The passage that answers a search best ([S4]): the window of words with most different terms in it, marked, with
 * an ellipsis where the text goes on. A text without a hit gives its beginning.
 */
export function passage(body: string, query: SearchQuery): Piece[] {
  const text = body.slice(0, longestText).replace(/\s+/g, ' ').trim()
  const tokens = tokensOf(text)
  const hits = hitsOf(tokens, query.terms)
  let first = 0
  let best = 0
  for (const at of hits.keys()) {
    const terms = new Set<number>()
    for (let i = at; i < at + passageWords - leadWords; i++) for (const term of hits.get(i) ?? []) terms.add(term)
    if (terms.size > best || (terms.size === best && at < first + leadWords)) {
      best = terms.size
      first = Math.max(0, at - leadWords)
    }
  }
  first = Math.max(0, Math.min(first, tokens.length - passageWords))
  const last = Math.min(tokens.length, first + passageWords) - 1
  const from = first === 0 ? 0 : (tokens[first]?.start ?? 0)
  const to = last === tokens.length - 1 ? text.length : (tokens[last]?.end ?? text.length)
  const shown = pieces(text, tokens, hits, from, to)
  return [
    ...(from > 0 ? [{ text: '… ', hit: false }] : []),
    ...shown,
    ...(to < text.length ? [{ text: ' …', hit: false }] : []),
  ]
}

function pieces(
  text: string,
  tokens: readonly Token[],
  hits: ReadonlyMap<number, unknown>,
  from: number,
  to: number,
): Piece[] {
  const shown: Piece[] = []
  let at = from
  for (const [i, token] of tokens.entries()) {
    if (!hits.has(i) || token.start < from || token.end > to) continue
    if (token.start > at) shown.push({ text: text.slice(at, token.start), hit: false })
    shown.push({ text: text.slice(token.start, token.end), hit: true })
    at = token.end
  }
  if (at < to) shown.push({ text: text.slice(at, to), hit: false })
  return shown
}
