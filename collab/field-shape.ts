import type { ColumnDef, EntryKind } from '../domain/entries/kinds.ts'
import { parseFieldKey } from './doc-shape.ts'

/** Bounds the document only; what is too long to publish is said beside the field, while it is typed. */
const longestText = 16_000

/** May the fields map of a draft of this kind hold this value under this key? Empty values are fine: they are how a field is cleared. */
export function isKnownField(kind: EntryKind, key: string, value: unknown): boolean {
  const place = parseFieldKey(kind, key)
  switch (place?.type) {
    case undefined:
      return false
    case 'title':
      return isText(value)
    case 'value':
      return place.field.type === 'flag' ? typeof value === 'boolean' : isText(value)
    case 'member':
      return typeof value === 'boolean'
    case 'declaration':
      return isText(value)
    case 'row':
      return isRow(value, place.field.columns)
  }
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.length <= longestText
}

function isRow(value: unknown, columns: readonly ColumnDef[]): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return Object.entries(value).every(([id, cell]) => {
    if (id === 'order') return typeof cell === 'number' && Number.isFinite(cell)
    const column = columns.find((known) => known.id === id)
    if (column?.type === 'flag') return typeof cell === 'boolean'
    if (column?.type === 'sources') return Array.isArray(cell) && cell.length <= 50 && cell.every(isSource)
    return column !== undefined && isText(cell)
  })
}

const sourceKeys = new Set(['title', 'publisher', 'url', 'medium', 'date'])

function isSource(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return Object.entries(value).every(([key, text]) => sourceKeys.has(key) && isText(text))
}
