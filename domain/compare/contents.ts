import { contentHash, normaliseContent } from '../entries/content-hash.ts'
import type { Declaration, EntryContent, FieldDef } from '../entries/kinds.ts'
import { kinds } from '../entries/kinds.ts'
import type { Block } from '../prose/tree.ts'
import { hashJson } from '../record/hash.ts'
import type { FieldChange, NameOf } from './fields.ts'
import { compareField } from './fields.ts'
import type { Line } from './lines.ts'
import { toLines } from './lines.ts'
import { comparableText } from './prose-text.ts'
import type { WordPart } from './words.ts'
import { compareWords, countChanges } from './words.ts'

export interface SectionComparison {
  id: string
  label: string
  state: 'unchanged' | 'added' | 'removed' | 'changed'
  lines: Line[]
  changes: number
}

export interface RelationChange {
  state: 'added' | 'removed' | 'changed'
  kind: Declaration['kind']
  to: string
  /** Title of the other strategy. */
  title: string
  rationale: WordPart[]
}

/** What differs between two contents of one entry, ready to be shown. */
export interface Comparison {
  title: WordPart[] | null
  fields: FieldChange[]
  /** All sections that have words on either side, in the kind's order. */
  sections: SectionComparison[]
  relations: RelationChange[]
  /** Places that differ; 0 means that the contents are equal. */
  changes: number
}

/**
 * Compares two contents of the same kind (compare SPEC).
 *
 * @param before null where there was nothing before.
 * @param nameOf says stored values in words; without it they are shown as stored.
 */
export function compareContents(
  before: EntryContent | null,
  after: EntryContent,
  nameOf: NameOf = (_source, value) => value,
): Comparison {
  const next = normaliseContent(after)
  const old = normaliseContent(before ?? { ...after, title: '', sections: {}, fields: {}, declarations: [] })
  const title = old.title === next.title ? null : compareWords(old.title, next.title)
  const fields = fieldsOf(old, next)
    .filter(({ id }) => hashJson(old.fields[id] ?? null) !== hashJson(next.fields[id] ?? null))
    .map((field) => compareField(field, old.fields[field.id], next.fields[field.id], nameOf))
  const sections = sectionsOf(old, next).map(({ id, label }) => ({
    id,
    label,
    ...compareSection(old.sections[id] ?? [], next.sections[id] ?? []),
  }))
  const relations = compareRelations(old.declarations, next.declarations, nameOf)
  const changes =
    (title ? 1 : 0) + fields.length + relations.length + sections.reduce((sum, section) => sum + section.changes, 0)
  // A difference that no part shows (another schema, a mark's order) must still not pass for equality.
  const hidden = changes === 0 && contentHash(old) !== contentHash(next) ? 1 : 0
  return { title, fields, sections, relations, changes: changes + hidden }
}

function compareSection(before: Block[], after: Block[]): Omit<SectionComparison, 'id' | 'label'> {
  const parts = compareWords(comparableText(before), comparableText(after))
  const state = before.length === 0 ? 'added' : after.length === 0 ? 'removed' : 'changed'
  if (hashJson(before) === hashJson(after)) return { state: 'unchanged', lines: toLines(parts), changes: 0 }
  return { state, lines: toLines(parts), changes: Math.max(1, countChanges(parts)) }
}

function compareRelations(before: Declaration[], after: Declaration[], nameOf: NameOf): RelationChange[] {
  const same = (a: Declaration) => (b: Declaration) => a.kind === b.kind && a.to === b.to
  const change = (state: RelationChange['state'], one: Declaration, from: string, to: string): RelationChange => ({
    state,
    kind: one.kind,
    to: one.to,
    title: nameOf('strategies', one.to),
    rationale: compareWords(from, to),
  })
  const added = after.filter((one) => !before.some(same(one))).map((one) => change('added', one, '', one.rationale))
  const removed = before.filter((one) => !after.some(same(one))).map((one) => change('removed', one, one.rationale, ''))
  const changed = after.flatMap((one) => {
    const old = before.find(same(one))
    return old && old.rationale !== one.rationale ? [change('changed', one, old.rationale, one.rationale)] : []
  })
  return [...added, ...removed, ...changed]
}

/** The kind's fields, and after them any that only stored content still knows. */
function fieldsOf(old: EntryContent, next: EntryContent): FieldDef[] {
  const known = kinds[next.kind].fields
  const others = [...new Set([...Object.keys(old.fields), ...Object.keys(next.fields)])]
    .filter((id) => !known.some((field) => field.id === id))
    .map((id): FieldDef => ({ id, label: id, type: 'text' }))
  return [...known, ...others]
}

function sectionsOf(old: EntryContent, next: EntryContent): { id: string; label: string }[] {
  const known = kinds[next.kind].sections
  const others = [...new Set([...Object.keys(old.sections), ...Object.keys(next.sections)])]
    .filter((id) => !known.some((section) => section.id === id))
    .map((id) => ({ id, label: id }))
  return [...known, ...others].filter(({ id }) => id in old.sections || id in next.sections)
}
