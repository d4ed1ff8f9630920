import type * as Y from 'yjs'
import type { Words } from '../domain/anchors/rules.ts'
import type { SectionText } from './section-text.ts'

/** The first and the last character of anchored words, as `<client>:<clock>` of the document. */
export interface Ends {
  start: string
  end: string
}

const form = /^(\d{1,16}):(\d{1,16})$/

/** @returns undefined for what is no identity of a character. */
export function readEnd(end: string): Y.ID | undefined {
  const [, client, clock] = form.exec(end) ?? []
  return client === undefined ? undefined : ({ client: Number(client), clock: Number(clock) } as Y.ID)
}

export function writeEnd({ client, clock }: Y.ID): string {
  return `${client}:${clock}`
}

/** The identities of the words from `start` to `end` (exclusive); both stand on characters, never on a space. */
export function endsAt(section: SectionText, start: number, end: number): Ends {
  const first = section.idAt(start)
  const last = section.idAt(end - 1)
  if (!first || !last) throw new Error('words begin and end with a character')
  return { start: writeEnd(first), end: writeEnd(last) }
}

/** Where the ends of anchored words stand in the section's text; -1 for one that does not. */
export function indexOfEnds(section: SectionText, { start, end }: Ends): { first: number; last: number } {
  const first = readEnd(start)
  const last = readEnd(end)
  return { first: first ? section.indexOf(first) : -1, last: last ? section.indexOf(last) : -1 }
}

/** The range of words whose ends both stand, where it reads as they do ([N7]); null where it does not. */
export function standingWords(
  section: SectionText,
  anchor: Ends & Pick<Words, 'quote'>,
): { start: number; end: number } | null {
  const { first, last } = indexOfEnds(section, anchor)
  if (first < 0 || last < first || section.text.slice(first, last + 1) !== anchor.quote) return null
  return { start: first, end: last + 1 }
}
