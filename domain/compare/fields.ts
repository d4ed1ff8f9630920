import type { FieldDef, FieldValue, OptionSource, Row } from '../entries/kinds.ts'
import { hashJson } from '../record/hash.ts'
import type { WordPart } from './words.ts'
import { compareWords } from './words.ts'

/** Says a stored value in words, as in the name of a lever. */
export type NameOf = (source: OptionSource, value: string) => string

export interface Cell {
  label: string
  text: string
}

export type FieldChange =
  | { id: string; label: string; type: 'value'; before: string | null; after: string | null; words: WordPart[] | null }
  | { id: string; label: string; type: 'set'; added: string[]; removed: string[]; kept: number }
  | {
      id: string
      label: string
      type: 'rows'
      added: Cell[][]
      removed: Cell[][]
      changed: { label: string; words: WordPart[] }[][]
      kept: number
    }

/** Compares two values of one field (SPEC [C7]); the values are known to differ. */
export function compareField(
  field: FieldDef,
  before: FieldValue | undefined,
  after: FieldValue | undefined,
  nameOf: NameOf,
): FieldChange {
  const { id, label } = field
  if (field.type === 'set') return { id, label, ...compareSets(strings(before), strings(after), field.options, nameOf) }
  if (field.type === 'rows')
    return { id, label, type: 'rows', ...compareRows(field, rows(before), rows(after), nameOf) }
  const said = (value: FieldValue | undefined) => {
    if (value === undefined) return null
    return field.type === 'choice' && typeof value === 'string' ? nameOf(field.options, value) : sayPlain(value)
  }
  const [from, to] = [said(before), said(after)]
  const words = field.type === 'text' && from !== null && to !== null ? compareWords(from, to) : null
  return { id, label, type: 'value', before: from, after: to, words }
}

function compareSets(before: string[], after: string[], source: OptionSource, nameOf: NameOf) {
  const say = (values: string[]) => values.map((value) => nameOf(source, value))
  return {
    type: 'set' as const,
    added: say(after.filter((value) => !before.includes(value))),
    removed: say(before.filter((value) => !after.includes(value))),
    kept: after.filter((value) => before.includes(value)).length,
  }
}

type RowsField = Extract<FieldDef, { type: 'rows' }>

function compareRows(field: RowsField, before: Row[], after: Row[], nameOf: NameOf) {
  const [goneRows, newRows, kept] = withoutEqual(before, after)
  const key = (row: Row) => sayCell(row[field.columns[0]?.id ?? ''], undefined, nameOf)
  const cells = (row: Row): Cell[] =>
    field.columns
      .map((column) => ({ label: column.label, text: sayCell(row[column.id], column.options, nameOf) }))
      .filter((cell) => cell.text !== '')
  const changed: { label: string; words: WordPart[] }[][] = []
  const added: Row[] = []
  for (const row of newRows) {
    const i = key(row) === '' ? -1 : goneRows.findIndex((other) => key(other) === key(row))
    const [old] = i < 0 ? [] : goneRows.splice(i, 1)
    if (!old) added.push(row)
    else {
      const pairs = field.columns.map(({ id, label, options }) => ({
        label,
        words: compareWords(sayCell(old[id], options, nameOf), sayCell(row[id], options, nameOf)),
      }))
      changed.push(pairs.filter((pair) => pair.words.length > 0))
    }
  }
  return { added: added.map(cells), removed: goneRows.map(cells), changed, kept }
}

/** Takes rows with equal content out of both lists, one for one. */
function withoutEqual(before: Row[], after: Row[]): [Row[], Row[], number] {
  const left = before.map((row) => ({ row, hash: hashJson(row) }))
  const fresh = after.filter((row) => {
    const hash = hashJson(row)
    const i = left.findIndex((other) => other.hash === hash)
    if (i >= 0) left.splice(i, 1)
    return i < 0
  })
  return [left.map(({ row }) => row), fresh, after.length - fresh.length]
}

function sayCell(value: Row[string] | undefined, source: OptionSource | undefined, nameOf: NameOf): string {
  if (value === undefined || value === false) return ''
  if (value === true) return 'yes'
  if (typeof value === 'string') return source && value !== '' ? nameOf(source, value) : value
  return value
    .map(({ title, publisher, date, medium, url }) => [title, publisher, date, medium, url].filter(Boolean).join(', '))
    .join('; ')
}

function sayPlain(value: FieldValue): string {
  if (value === true) return 'yes'
  if (value === false) return 'no'
  return typeof value === 'string' ? value : value.map((member) => JSON.stringify(member)).join(', ')
}

function strings(value: FieldValue | undefined): string[] {
  return Array.isArray(value) ? value.filter((member) => typeof member === 'string') : []
}

function rows(value: FieldValue | undefined): Row[] {
  return Array.isArray(value) ? value.filter((member) => typeof member === 'object') : []
}
