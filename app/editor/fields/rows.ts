import type { Row } from '#domain/entries/kinds.ts'

/** A row as the shared document holds it. */
export interface StoredRow {
  id: string
  order: number
  row: Row
}

/** The rows of a field in reading order, from the members of its group. */
export function rowsOf(members: readonly [string, unknown][]): StoredRow[] {
  return members
    .flatMap(([id, value]) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
      const { order, ...row } = value as Row & { order?: unknown }
      return [{ id, order: typeof order === 'number' ? order : 0, row: row as Row }]
    })
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
}

/** An id nobody else picks at the same moment: 12 characters of `0-9a-f`. */
export function newRowId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
