import type * as Y from 'yjs'
import type { EntryKind, FieldDef, FieldValue, Row } from '../domain/entries/kinds.ts'
import { fieldDef } from '../domain/entries/kinds.ts'
import { fieldsRoot, memberKey, titleKey } from './doc-shape.ts'

/**
 * Gives a field (or `title`) a value, touching only the keys that change. An empty value clears the field.
 *
 * @throws Error when the kind has no such field or the value is of another type.
 */
export function setField(doc: Y.Doc, kind: EntryKind, fieldId: string, value: FieldValue): void {
  const map = doc.getMap(fieldsRoot)
  const field: FieldDef | undefined =
    fieldId === titleKey ? { id: titleKey, label: 'Title', type: 'text' } : fieldDef(kind, fieldId)
  if (!field) throw new Error(`a ${kind} has no field ${fieldId}`)
  doc.transact(() => {
    if (field.type === 'set') setMembers(map, fieldId, value)
    else if (field.type === 'rows') setRows(doc, map, fieldId, value)
    else setValue(map, field, value)
  })
}

function setValue(map: Y.Map<unknown>, field: FieldDef, value: FieldValue): void {
  if (typeof value !== (field.type === 'flag' ? 'boolean' : 'string'))
    throw new Error(`${field.id}: wrong type of value`)
  if (value === '' || value === false) map.delete(field.id)
  else if (map.get(field.id) !== value) map.set(field.id, value)
}

function setMembers(map: Y.Map<unknown>, fieldId: string, value: FieldValue): void {
  if (!Array.isArray(value) || !value.every((member) => typeof member === 'string')) {
    throw new Error(`${fieldId}: a list of names is needed`)
  }
  const wanted = new Set(value.map((member) => memberKey(fieldId, member)))
  for (const key of keysOf(map, fieldId)) if (!wanted.has(key)) map.delete(key)
  for (const key of wanted) if (map.get(key) !== true) map.set(key, true)
}

/** Rows keep their keys by position: the third row given is written over the third row there. */
function setRows(doc: Y.Doc, map: Y.Map<unknown>, fieldId: string, value: FieldValue): void {
  if (!Array.isArray(value) || value.some((row) => typeof row === 'string'))
    throw new Error(`${fieldId}: rows are needed`)
  const keys = keysOf(map, fieldId).sort((a, b) => orderOf(map.get(a)) - orderOf(map.get(b)) || (a < b ? -1 : 1))
  const rows = value as Row[]
  for (const [i, row] of rows.entries()) {
    const key = keys[i] ?? memberKey(fieldId, `${doc.clientID.toString(36)}-${i + 1}`)
    const wanted = { ...row, order: i + 1 }
    if (JSON.stringify(map.get(key)) !== JSON.stringify(wanted)) map.set(key, wanted)
  }
  for (const key of keys.slice(rows.length)) map.delete(key)
}

function keysOf(map: Y.Map<unknown>, fieldId: string): string[] {
  return [...map.keys()].filter((key) => key.startsWith(`${fieldId}/`))
}

function orderOf(row: unknown): number {
  return typeof row === 'object' && row !== null && 'order' in row && typeof row.order === 'number' ? row.order : 0
}
