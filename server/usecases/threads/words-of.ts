import { endsAt } from '../../../collab/anchors.ts'
import type { AnchorRow } from '../../../db/queries/anchors.ts'
import type { Found } from '../../../domain/anchors/rules.ts'
import { findWords, longestQuote, wordsAt } from '../../../domain/anchors/rules.ts'
import { squeeze } from '../../../domain/anchors/squeeze.ts'
import type { EntryContent, EntryKind } from '../../../domain/entries/kinds.ts'
import { sectionDef } from '../../../domain/entries/kinds.ts'
import { plainText } from '../../../domain/prose/tree.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'

/** Words that somebody chose in a section, as they were sent. */
export interface ChosenWords {
  quote: string
  /** What stands before and after them; left out by those who typed the words by hand. */
  before?: string | undefined
  after?: string | undefined
  /** `<start>/<length>` of the running text in which they were chosen. */
  seen?: string | undefined
}

/** Where chosen words stand, without the thread that they are about. */
export type Placement = Omit<AnchorRow, 'threadId' | 'updatedAt'>

/**
 * The words in their one spelling ([N1], [N2]); null where none were chosen.
 *
 * @throws AppError `bad-input` (field `quote`).
 */
export function checkWords(kind: EntryKind, place: string | undefined, chosen: ChosenWords | undefined) {
  if (!chosen?.quote) return null
  // Far more than anybody may quote is not even tidied.
  const quote = squeeze(chosen.quote.slice(0, 20 * longestQuote)).text
  if (quote === '') throw new AppError('bad-input', 'Choose at least one character that is not a space.', 'quote')
  if (quote.length > longestQuote) {
    throw new AppError('bad-input', `Choose at most ${longestQuote} characters; what was chosen has more.`, 'quote')
  }
  const section = place?.startsWith('section/') ? place.slice('section/'.length) : ''
  if (sectionDef(kind, section) === undefined) {
    throw new AppError(
      'bad-input',
      'Words can be chosen in the text of a section. Choose the section they stand in.',
      'quote',
    )
  }
  const { before, after } = chosen
  const context = before === undefined && after === undefined ? null : { before: before ?? '', after: after ?? '' }
  return { section, quote, context, seen: readSeen(chosen.seen) }
}

export type CheckedWords = NonNullable<ReturnType<typeof checkWords>>

function readSeen(seen: string | undefined): { start: number; length: number } | undefined {
  const [, start, length] = /^(\d{1,7})\/(\d{1,7})$/.exec(seen ?? '') ?? []
  return start === undefined ? undefined : { start: Number(start), length: Number(length) }
}

/** Finds the words in a draft as it is committed. Call it before a transaction. @throws AppError `bad-input`. */
export async function wordsInDraft(deps: Deps, draftId: string, words: CheckedWords): Promise<Placement> {
  const { section, seq, generation } = await deps.collab.readSection(draftId, words.section)
  const start = found(section.text, words)
  const end = start + words.quote.length
  return {
    ...placedAt(section.text, words, start),
    ...endsAt(section, start, end),
    version: 0,
    draftId,
    generation,
    docSeq: seq,
    offset: null,
  }
}

/** Finds the words in a published version. @throws AppError `bad-input`. */
export function wordsInVersion(content: EntryContent, version: number, words: CheckedWords): Placement {
  const text = sectionText(content, words.section)
  const offset = found(text, words)
  return {
    ...placedAt(text, words, offset),
    ...{ version, offset, draftId: null, generation: null, docSeq: null, start: null, end: null },
  }
}

/** The running text of a section as its words are compared. */
function sectionText(content: EntryContent, section: string): string {
  return squeeze(plainText(content.sections[section] ?? [])).text
}

/** The running text of each section of one content, made once however often it is asked for. */
export function sectionTexts(content: EntryContent): (section: string) => string {
  const texts = new Map<string, string>()
  return (section) => {
    const text = texts.get(section) ?? sectionText(content, section)
    texts.set(section, text)
    return text
  }
}

function placedAt(text: string, { section, quote }: CheckedWords, start: number) {
  return { section, state: 'placed' as const, ...wordsAt(text, start, start + quote.length) }
}

/** @throws AppError `bad-input`: nothing is guessed ([N3]). */
function found(text: string, { quote, context, seen }: CheckedWords): number {
  const at: Found = findWords(text, context === null ? { quote } : { quote, ...context }, { seen })
  if (typeof at !== 'string') return at.start
  throw new AppError(
    'bad-input',
    at === 'gone'
      ? 'These words do not stand in the section, or not any more. Select them again in the text as it is now.'
      : 'These words stand in the section more than once. Choose more of what stands around them.',
    'quote',
  )
}
