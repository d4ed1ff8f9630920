import { breakCharacter } from './parse-markdown.ts'

/** Where a piece of text stands, as far as Markdown reads it differently there. */
export interface TextPlace {
  /** Nothing stands before it on its line. */
  lineStart: boolean
  /** Nothing stands after it on its line. */
  lineEnd: boolean
  inHeading: boolean
  inLink: boolean
  /** A link follows at once. */
  beforeLink: boolean
}

const reference = /\[\[[a-z0-9-]+\]\]/g

/** Text as Markdown that reads back as exactly this text; `[[slug]]` stays as it is [M5]. */
export function escapeText(text: string, place: TextPlace): string {
  let out = ''
  let from = 0
  let afterReference = false
  for (const match of text.matchAll(reference)) {
    out += escapePart(text.slice(from, match.index), afterReference, true, place) + match[0]
    from = match.index + match[0].length
    afterReference = true
  }
  out += escapePart(text.slice(from), afterReference, place.beforeLink, place)
  if (place.lineStart) out = escapeLineStart(out, text)
  return escapeEdges(out, place)
}

/**
 * @param afterReference a `[[slug]]` stands before it, which an opening parenthesis would make a link.
 * @param beforeBracket a bracket follows, which an exclamation mark would make an image.
 */
function escapePart(
  part: string,
  afterReference: boolean,
  beforeBracket: boolean,
  { inHeading, inLink }: TextPlace,
): string {
  let out = part
    .replace(/[\\`*_~[]/g, '\\$&')
    .replace(/<(?=[A-Za-z/!?])/g, '\\<')
    .replace(/&(?=(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);)/g, '\\&')
    // What GitHub's Markdown would take for an address.
    .replace(/(?<=[ps]):(?=\/)/gi, '\\:')
    .replace(/(?<=www)\./gi, '\\.')
    .replace(/(?<=[-+.\w])@(?=[-.\w])/g, '\\@')
  if (inLink) out = out.replace(/\]/g, '\\]')
  if (inHeading) out = out.replace(/#/g, '\\#')
  if (afterReference) out = out.replace(/^\(/, '\\(')
  if (beforeBracket) out = out.replace(/!$/, '\\!')
  return out.replace(/[\r\n]/g, ' ').replaceAll(breakCharacter, '&#x2028;')
}

/** Keeps the first characters of a line from starting a heading, list, quote, table or underline. */
function escapeLineStart(out: string, text: string): string {
  if (/^(#{1,6}(?=[ \t]|$)|>|[-+](?=[ \t]|$)|[-=:|](?=[-=:| \t]*$))/.test(text)) return out.replace(/^\\?/, '\\')
  return out.replace(/^(\d{1,9})(?=[.)]([ \t]|$))/, '$1\\')
}

/** Spaces that Markdown would trim are written as references. */
function escapeEdges(out: string, { lineStart, lineEnd }: TextPlace): string {
  let kept = out
  if (lineStart) kept = kept.replace(/^[ \t\uFEFF]+/, asReferences)
  if (lineEnd) kept = kept.replace(/[ \t]+$/, asReferences)
  return kept
}

/** Each character as a character reference. */
export function asReferences(text: string): string {
  return Array.from(text, (character) => `&#${character.codePointAt(0)};`).join('')
}

/** A link's address between its parentheses. */
export function escapeAddress(url: string): string {
  return url.replace(/[\\()<>]|&(?=[#A-Za-z])/g, '\\$&')
}

/** Code in as many backticks as it needs. */
export function writeCode(text: string): string {
  const longest = Math.max(0, ...Array.from(text.matchAll(/`+/g), (run) => run[0].length))
  const code = text.replace(/[\r\n]/g, ' ')
  const fence = '`'.repeat(longest + 1)
  const pad = /^`|`$/.test(text) || (/^ .* $/.test(text) && text.trim() !== '') ? ' ' : ''
  return `${fence}${pad}${code}${pad}${fence}`
}
