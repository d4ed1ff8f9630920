import { normaliseBlocks } from '../prose/normalise.ts'
import { isBlank } from '../prose/tree.ts'
import { hashJson } from '../record/hash.ts'
import type { Declaration, EntryContent, FieldValue, Row } from './kinds.ts'

/** Puts content into its one spelling: nothing empty (cells of rows included), prose normalised, sets and declarations sorted. */
export function normaliseContent(content: EntryContent): EntryContent {
  const sections = Object.fromEntries(
    Object.entries(content.sections)
      .filter(([, blocks]) => !isBlank(blocks))
      .map(([id, blocks]) => [id, normaliseBlocks(blocks)]),
  )
  const fields = Object.fromEntries(
    Object.entries(content.fields)
      .map(([id, value]): [string, FieldValue] => [id, normaliseValue(value)])
      .filter(([, value]) => !isEmpty(value)),
  )
  return { ...content, sections, fields, declarations: [...content.declarations].sort(byKindAndTarget) }
}

function normaliseValue(value: FieldValue): FieldValue {
  if (!Array.isArray(value)) return value
  if (isStringSet(value)) return [...new Set(value)].sort()
  return value
    .map((row): Row => Object.fromEntries(Object.entries(row).filter(([, cell]) => !isEmpty(cell))))
    .filter((row) => Object.keys(row).length > 0)
}

function isEmpty(value: FieldValue | Row[string]): boolean {
  return value === '' || value === false || (Array.isArray(value) && value.length === 0)
}

function isStringSet(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((member) => typeof member === 'string')
}

function byKindAndTarget(a: Declaration, b: Declaration): number {
  return `${a.kind} ${a.to}` < `${b.kind} ${b.to}` ? -1 : 1
}

/** SHA-256 over the canonical JSON of normalised content (record SPEC [R6]), 64 hexadecimal digits. */
export function contentHash(content: EntryContent): string {
  const { kind, schema, title, sections, fields, declarations } = normaliseContent(content)
  return hashJson({ declarations, fields, kind, schema, sections, title })
}

/**
 * One hash per part, so that a vote can remember what it covered. Parts are `title`, `section/<id>`,
 * `field/<id>` and `declarations`.
 */
export function partHashes(content: EntryContent): Record<string, string> {
  const { title, sections, fields, declarations } = normaliseContent(content)
  const parts: Record<string, string> = { title: hashJson(title) }
  for (const [id, blocks] of Object.entries(sections)) parts[`section/${id}`] = hashJson(blocks)
  for (const [id, value] of Object.entries(fields)) parts[`field/${id}`] = hashJson(value)
  if (declarations.length > 0) parts.declarations = hashJson(declarations)
  return parts
}
