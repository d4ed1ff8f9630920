import { comparableText } from '../compare/prose-text.ts'
import { compareWords } from '../compare/words.ts'
import { normaliseContent } from '../entries/content-hash.ts'
import type { EntryContent } from '../entries/kinds.ts'
import { editDistance } from '../text/nearest.ts'
import { partLabel } from '../threads/place.ts'
import type { FrozenText } from './freshness.ts'
import { differingParts, isTypo } from './freshness.ts'

/** How far a typo may go in one part: in how many places, and by how many letters or signs in each ([B43]). */
export const typoBounds = { places: 3, signs: 2 } as const

/** A frozen text with its words. */
export interface WordedText extends FrozenText {
  content: EntryContent
}

/**
 * Why a change is more than a typo, in words; null where it may be called one ([B43]).
 *
 * @param texts all frozen texts of the ballot, first to last.
 * @param next the text as it would be, with a hash for each part.
 */
export function typoFault(
  texts: readonly WordedText[],
  next: { content: EntryContent; parts: Readonly<Record<string, string>> },
): string | null {
  const last = texts.at(-1)
  if (!last) return null
  for (const part of differingParts(last.parts, next.parts)) {
    const label = partLabel(next.content.kind, part)
    if (part !== 'title' && !part.startsWith('section/')) {
      return `“${label}” changed. A change of a field or of relations is a change of meaning.`
    }
    const [before, after] = [wordsOf(settled(part, texts), part), wordsOf(next.content, part)]
    if (before === null || after === null) return `“${label}” was added or removed, which is a change of meaning.`
    if (!isSmall(before, after)) {
      return `In “${label}” more changed than a typo: at most ${typoBounds.places} places with ${typoBounds.signs} letters each, and no digits, counted together with earlier typos. Call it a change of meaning.`
    }
  }
  return null
}

/** The text as it was when the part last changed in meaning, so that typos never add up to more than one. */
function settled(part: string, texts: readonly WordedText[]): EntryContent | null {
  let i = texts.length - 1
  for (; i > 0; i -= 1) {
    const [before, after] = [texts[i - 1], texts[i]]
    if (before && after && before.parts[part] !== after.parts[part] && !isTypo(after)) break
  }
  return texts[i]?.content ?? null
}

function wordsOf(content: EntryContent | null, part: string): string | null {
  if (content === null) return null
  const { title, sections } = normaliseContent(content)
  if (part === 'title') return title === '' ? null : title
  const blocks = sections[part.slice('section/'.length)]
  return blocks ? comparableText(blocks) : null
}

function isSmall(before: string, after: string): boolean {
  const places = placesOf(before, after)
  return places.length <= typoBounds.places && places.every(([from, to]) => isSlip(from, to))
}

/** What was removed and what was added, place by place. */
function placesOf(before: string, after: string): [string, string][] {
  const places: [string, string][] = []
  let open = false
  for (const { op, text } of compareWords(before, after)) {
    if (op === 'kept') open = false
    else {
      if (!open) places.push(['', ''])
      open = true
      const place = places[places.length - 1]
      if (place) place[op === 'removed' ? 0 : 1] += text
    }
  }
  return places
}

/** A place of more letters than these is no slip, and is not worth the measuring. */
const longestSlip = 80

function isSlip(from: string, to: string): boolean {
  if (Math.max(from.length, to.length) > longestSlip || digits(from) !== digits(to)) return false
  return editDistance(from, to) <= typoBounds.signs
}

function digits(text: string): string {
  return text.replace(/[^\p{N}%]/gu, '')
}
