import type { ColumnDef, EntryContent, FieldDef, FieldValue, Row, SourceRef } from '../../domain/entries/kinds.ts'
import { kinds } from '../../domain/entries/kinds.ts'
import { camelCase, fieldName, layouts } from './layout.ts'
import type { YamlField } from './write-yaml.ts'
import { quoted, word, words } from './write-yaml.ts'

/**
 * The fields of an entry for its front matter.
 *
 * @param inBody ids of fields that the body says.
 */
export function writeFields(content: EntryContent, inBody: ReadonlySet<string>): YamlField[] {
  const { kind, fields } = content
  const { required, written, body } = layouts[kind]
  return kinds[kind].fields.flatMap((field): YamlField[] => {
    const value = fields[field.id]
    const always =
      field.type === 'flag' || field.type === 'set' || field.type === 'rows'
        ? !body.includes(field.id)
        : required.includes(field.id) || written.includes(field.id)
    if (inBody.has(field.id) || (value === undefined && !always)) return []
    return [[fieldName(kind, field.id), writeValue(field, value)]]
  })
}

function writeValue(field: FieldDef, value: FieldValue | undefined): string | YamlField[][] {
  switch (field.type) {
    case 'flag':
      return String(value === true)
    case 'set':
      return words(Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [])
    case 'rows':
      return rowsOf(value).map((row) => writeRow(field.columns, row, field.id))
    case 'choice':
      return typeof value === 'string' ? choice(field.id, value) : 'null'
    case 'text':
      return typeof value === 'string' ? quoted(value) : 'null'
  }
}

/** The README asks for `direction` in quotes, although `-` alone would do. */
function choice(id: string, value: string): string {
  return id === 'pull' ? quoted(value) : word(value)
}

/** Rows of a field; none where the field is empty. */
export function rowsOf(value: FieldValue | undefined): Row[] {
  return Array.isArray(value) ? value.filter((row): row is Row => typeof row !== 'string') : []
}

function writeRow(columns: readonly ColumnDef[], row: Row, field: string): YamlField[] {
  return columns.flatMap(({ id, type }): YamlField[] => {
    const name = camelCase(id)
    const value = row[id]
    if (type === 'flag') return [[name, String(value === true)]]
    if (type === 'sources') return [[name, Array.isArray(value) ? value.map(writeSource) : []]]
    if (field === 'positions' && id === 'summary' && fitsItem(value)) return []
    if (typeof value === 'string') return [[name, type === 'choice' ? word(value) : quoted(value)]]
    return id === 'end' ? [] : [[name, 'null']]
  })
}

/** Whether a text may stand as one list item in the body, from where it is read back unchanged. */
export function fitsItem(value: Row[string] | undefined): value is string {
  return typeof value === 'string' && /^\S(.*\S)?$/.test(value)
}

function writeSource({ title, publisher, url, medium, date }: SourceRef): YamlField[] {
  const fields: YamlField[] = [
    ['title', quoted(title)],
    ['publisher', quoted(publisher)],
    ['url', quoted(url)],
    ['medium', word(medium)],
  ]
  return date === '' ? fields : [...fields, ['date', quoted(date)]]
}
