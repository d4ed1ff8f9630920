import type {
  ColumnDef,
  EntryKind,
  FieldDef,
  FieldValue,
  OptionSource,
  Row,
  SourceRef,
} from '../../domain/entries/kinds.ts'
import { kinds } from '../../domain/entries/kinds.ts'
import { fixedOptions } from '../../domain/entries/options.ts'
import type { Vocabulary } from '../../domain/entries/vocabulary.ts'
import { safeUrl } from '../../domain/prose/safe-url.ts'
import { limits } from '../../domain/text/limits.ts'
import { camelCase, categories, fieldName, layouts, media } from './layout.ts'
import type { VaultFile } from './markdown-file.ts'
import type { RecordReader } from './yaml-reader.ts'

/** What identifiers may refer to. */
export interface Known {
  vocabulary: Vocabulary
  strategies: readonly string[]
  scenarios: readonly string[]
}

/** Words that a source of options offers; undefined where any identifier will do. */
export function wordsOf(source: OptionSource, { vocabulary, strategies, scenarios }: Known): string[] | undefined {
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id)
  if (source.startsWith('axis:')) return ids(vocabulary.axes.find(({ id }) => `axis:${id}` === source)?.values ?? [])
  switch (source) {
    case 'levers':
      return ids(vocabulary.levers)
    case 'expertise':
      return ids(vocabulary.expertise)
    case 'recognition':
      return ids(vocabulary.recognition)
    case 'stances':
      return ids(vocabulary.stances)
    case 'strategies':
      return [...strategies]
    case 'scenarios':
      return [...scenarios]
    case 'tags':
      return undefined
    default:
      return ids(fixedOptions[source] ?? [])
  }
}

/** Reads the fields of an entry from its front matter; what stands in the body is read elsewhere. */
export function readFields(kind: EntryKind, { fields: record }: VaultFile, known: Known): Record<string, FieldValue> {
  const { body } = layouts[kind]
  const found: Record<string, FieldValue> = {}
  for (const field of kinds[kind].fields) {
    const name = fieldName(kind, field.id)
    if (body.includes(field.id) && !record.has(name)) continue
    const value = readField(kind, field, name, record, known)
    if (value !== undefined && value !== '' && value !== false && !(Array.isArray(value) && value.length === 0)) {
      found[field.id] = value
    }
  }
  return found
}

function readField(
  kind: EntryKind,
  field: FieldDef,
  name: string,
  record: RecordReader,
  known: Known,
): FieldValue | undefined {
  switch (field.type) {
    case 'flag':
      return record.flag(name)
    case 'set': {
      const options = kind === 'person' && field.id === 'categories' ? categories : wordsOf(field.options, known)
      return record.words(name, options).map(({ value }) => value)
    }
    case 'rows':
      return record.records(name).map((row) => readRow(field.columns, row, known))
    default: {
      const written = layouts[kind].written.includes(field.id)
      const needed = layouts[kind].required.includes(field.id)
      if (!needed && !written && !record.has(name)) return undefined
      const text = needed ? record.text(name) : record.optionalText(name)
      const options = field.type === 'choice' ? wordsOf(field.options, known) : undefined
      if (options && text !== '') record.checkWord(name, text, options)
      if (field.id === 'wikipedia' && text !== '') checkAddress(record, name, text)
      return checkLength(record, name, text)
    }
  }
}

/** Reads a row's columns in the one spelling of rows: what is null, false or empty is absent. */
export function readRow(columns: readonly ColumnDef[], record: RecordReader, known: Known): Row {
  const row: Row = {}
  for (const { id, type, options } of columns) {
    const name = camelCase(id)
    if (type === 'sources') row[id] = readSources(record, name)
    else if (type === 'flag') {
      if (record.flag(name)) row[id] = true
    } else {
      const text = readCell(id, record, name, type === 'choice' && options ? wordsOf(options, known) : undefined)
      if (text !== '') row[id] = text
    }
  }
  return row
}

/** Columns that a row may leave out, and columns that make no sense when empty. */
const mayLack = ['end', 'summary']
const mustSay = ['strategy', 'stance', 'org']

function readCell(id: string, record: RecordReader, name: string, options: readonly string[] | undefined): string {
  if (mayLack.includes(id) && !record.has(name)) return ''
  const text = mustSay.includes(id) ? record.text(name) : record.optionalText(name)
  if (options && text !== '') record.checkWord(name, text, options)
  return checkLength(record, name, text)
}

function readSources(record: RecordReader, name: string): SourceRef[] {
  const sources = record.records(name).map((source) => {
    const url = source.text('url')
    if (url !== '') checkAddress(source, 'url', url)
    return {
      title: source.text('title'),
      publisher: source.text('publisher'),
      url,
      medium: source.choice('medium', media),
      date: source.has('date') ? source.optionalText('date') : '',
    }
  })
  if (sources.length === 0 && record.has(name)) record.problem(name, `${name} is empty; every position needs a source.`)
  return sources
}

function checkAddress(record: RecordReader, field: string, url: string): void {
  if (safeUrl(url) === null || !/^https?:/i.test(url)) {
    record.problem(field, `${field} is "${url}", which is not a web address; write one that begins with https://.`)
  }
}

function checkLength(record: RecordReader, field: string, text: string): string {
  if (text.length > limits.fieldText) {
    record.problem(field, `${field} has ${text.length} characters; shorten it to ${limits.fieldText}.`)
  }
  return text
}
