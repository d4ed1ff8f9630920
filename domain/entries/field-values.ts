import type { EntryContent, Row } from './kinds.ts'

/** The value of a text or choice field; empty where nothing is written. */
export function textField(content: Pick<EntryContent, 'fields'>, id: string): string {
  const value = content.fields[id]
  return typeof value === 'string' ? value : ''
}

/** The members of a set field. */
export function setField(content: Pick<EntryContent, 'fields'>, id: string): string[] {
  const value = content.fields[id]
  return Array.isArray(value) ? value.filter((member) => typeof member === 'string') : []
}

/** The rows of a field with columns. */
export function rowsField(content: EntryContent, id: string): Row[] {
  const value = content.fields[id]
  return Array.isArray(value) ? value.filter((row) => typeof row === 'object') : []
}

/** The text in one column of a row; empty where nothing is written. */
export function cellText(row: Row, column: string): string {
  const value = row[column]
  return typeof value === 'string' ? value : ''
}
