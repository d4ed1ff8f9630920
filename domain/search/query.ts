/** What somebody searches for, taken apart. */
export interface SearchQuery {
  terms: SearchTerm[]
  /** The text was longer than what is searched for. */
  cut: boolean
}

export interface SearchTerm {
  /** One word, or several that must stand together. Folded: lower case, without accents. */
  words: string[]
  /** Written in quotation marks: the words as they are, no other endings. */
  exact: boolean
  /** Written with a minus sign before it: nothing that has it. */
  without: boolean
}

/** How many characters and terms of a search count. */
export const longestSearch = 200
const mostTerms = 12

/** Nothing to take apart in it. */
const plain = /^[\x20-\x7f]*$/

/** A text as the index compares it: lower case, without accents. */
export function fold(text: string): string {
  if (plain.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
}

const word = /[\p{L}\p{N}]+/gu

/**
 * Reads a search ([S1]): words, "words together", and -words to leave out. Everything else, operators of the index
 * included, only separates words.
 */
export function readQuery(typed: string): SearchQuery {
  const text = fold(typed.slice(0, longestSearch))
  const pieces = [...text.matchAll(/(-?)"([^"]*)"?|(?<=^|\s)(-?)([^\s"]+)/g)]
  const terms = pieces.flatMap(([, minus = '', quoted, plainMinus = '', plain = '']): SearchTerm[] => {
    const words = (quoted ?? plain).match(word) ?? []
    if (words.length === 0) return []
    if (quoted !== undefined) return [{ words, exact: true, without: minus === '-' }]
    if (plainMinus === '-') return [{ words, exact: true, without: true }]
    return words.map((one) => ({ words: [one], exact: false, without: false }))
  })
  return { terms: terms.slice(0, mostTerms), cut: typed.length > longestSearch || terms.length > mostTerms }
}

const endings = ['ations', 'ation', 'ings', 'ing', 'ions', 'ion', 'ies', 'ed', 'es', 's', 'e', 'y']

/**
 * The beginning that a word shares with its other forms ([S2]): "strategies" and "strategy" both give "strateg".
 * Short words stay as they are.
 */
export function stem(one: string): string {
  for (const ending of endings) {
    const rest = one.slice(0, -ending.length)
    const least = ending === 's' ? 3 : 4
    if (one.endsWith(ending) && rest.length >= least && !one.endsWith('ss')) return rest
  }
  return one
}

/** Does a word of a text answer a term of one word? Two letters stand for themselves, longer ones for a beginning. */
export function matcher(term: SearchTerm): (found: string) => boolean {
  const beginning = beginningOf(term)
  if (!beginning.endsWith(' ')) return (found) => found.startsWith(beginning)
  return (found) => found === term.words[0]
}

/** What a word that answers a term of one word begins with; with a space at the end where it must be that word. */
export function beginningOf({ words: [wanted = ''], exact }: SearchTerm): string {
  return exact || wanted.length < 3 ? `${wanted} ` : stem(wanted)
}

/**
 * The search in the language of SQLite's full-text index, every term quoted, or null where there is nothing to look
 * for.
 *
 * @param join whether a text must have all terms or any of them.
 */
export function indexQuery({ terms }: SearchQuery, join: 'all' | 'any'): string | null {
  const wanted = terms.filter(({ without }) => !without).map(expression)
  if (wanted.length === 0) return null
  const unwanted = terms.filter(({ without }) => without).map(expression)
  const asked = `(${wanted.join(join === 'all' ? ' AND ' : ' OR ')})`
  return unwanted.length > 0 ? `${asked} NOT (${unwanted.join(' OR ')})` : asked
}

function expression(term: SearchTerm): string {
  const [first = ''] = term.words
  if (term.words.length > 1 || term.exact || first.length < 3) return `"${term.words.join(' ')}"`
  // The word itself beside its beginning: a text that has it as it was typed weighs more.
  return `("${first}" OR "${stem(first)}" *)`
}

/** The same search with other words in the place of some. */
export function replaceWords(query: SearchQuery, instead: ReadonlyMap<string, string>): SearchQuery {
  const terms = query.terms.map((term) => ({ ...term, words: term.words.map((one) => instead.get(one) ?? one) }))
  return { ...query, terms }
}
