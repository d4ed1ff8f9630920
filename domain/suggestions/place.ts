import { normaliseContent } from '../entries/content-hash.ts'
import type { EntryContent, EntryKind, FieldDef } from '../entries/kinds.ts'
import { contentSchema, fieldDef, sectionDef } from '../entries/kinds.ts'
import { blocksToMarkdown, markdownToBlocks } from '../prose/markdown.ts'
import { normaliseBlocks } from '../prose/normalise.ts'
import type { Block } from '../prose/tree.ts'
import { hashJson } from '../record/hash.ts'

/** What a place says: the blocks of a section, the text or choice of a field (`''` for none), or a flag. */
export type PartContent = Block[] | string | boolean

/** A field with one value ([G1]). */
export type ValueField = Extract<FieldDef, { type: 'text' | 'choice' | 'flag' }>

export type SuggestPlace =
  | { type: 'section'; id: string; label: string }
  | { type: 'field'; id: string; label: string; field: ValueField }

const title: ValueField = { id: 'title', label: 'Title', type: 'text' }

/** The place of a suggestion; null where the kind has none such, or none that takes suggestions ([G1]). */
export function suggestPlace(kind: EntryKind, place: string): SuggestPlace | null {
  const [type, id = '', ...rest] = place.split('/')
  if (rest.length > 0) return null
  if (type === 'section') {
    const section = sectionDef(kind, id)
    return section ? { type, id, label: section.label } : null
  }
  if (type !== 'field') return null
  const field = id === title.id ? title : fieldDef(kind, id)
  if (!field || field.type === 'set' || field.type === 'rows') return null
  return { type, id, label: field.label, field }
}

/** What the place says in this content. */
export function readPart(content: EntryContent, place: SuggestPlace): PartContent {
  if (place.type === 'section') return normaliseBlocks(content.sections[place.id] ?? [])
  if (place.id === title.id) return content.title
  const value = content.fields[place.id]
  if (place.field.type === 'flag') return value === true
  return typeof value === 'string' ? value : ''
}

/** A content that says only this, so that the part can be compared and redacted as whole contents are. */
export function contentOfPart(kind: EntryKind, place: SuggestPlace, part: PartContent): EntryContent {
  const empty: EntryContent = { kind, schema: contentSchema, title: '', sections: {}, fields: {}, declarations: [] }
  if (Array.isArray(part)) return normaliseContent({ ...empty, sections: { [place.id]: part } })
  if (place.id === title.id && place.type === 'field') return { ...empty, title: String(part) }
  return normaliseContent({ ...empty, fields: { [place.id]: part } })
}

/** 64 hexadecimal digits; equal for equal parts. */
export function partHash(part: PartContent): string {
  return hashJson(part)
}

/** A part as somebody types it: Markdown for a section, `yes` or `no` for a flag. */
export function writePart(part: PartContent): string {
  if (Array.isArray(part)) return blocksToMarkdown(part)
  if (typeof part === 'boolean') return part ? 'yes' : 'no'
  return part
}

/** What was typed, as the part it means. Raw HTML and unsafe addresses do not survive. */
export function typedPart(place: SuggestPlace, typed: string): PartContent {
  if (place.type === 'section') return normaliseBlocks(markdownToBlocks(typed))
  if (place.field.type === 'flag') return typed === 'yes'
  return typed
}
