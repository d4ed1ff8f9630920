import * as Y from 'yjs'
import { normaliseContent } from '../domain/entries/content-hash.ts'
import type {
  ColumnDef,
  Declaration,
  EntryContent,
  EntryKind,
  FieldDef,
  FieldValue,
  Row,
  SourceRef,
} from '../domain/entries/kinds.ts'
import { contentSchema, fieldDef, kinds, sectionDef } from '../domain/entries/kinds.ts'
import { normaliseBlocks } from '../domain/prose/normalise.ts'
import { readProse, writeProse } from './prose.ts'

/** The Y.Map that holds every structured value of a draft. */
export const fieldsRoot = 'fields'

/** The key of the title in the fields map. */
export const titleKey = 'title'

/** Yjs client ids below this are the server's; the seed is written by the first. */
export const reservedClients = 2 ** 16
export const seedClient = 1

/** Name of the XmlElement that holds a section's prose. */
export function sectionRoot(sectionId: string): string {
  return `s/${sectionId}`
}

/** Key of one member of a set, one row, or one declaration: `tags/safety`, `vintages/k3f…`, `conflict/pause`. */
export function memberKey(group: string, member: string): string {
  return `${group}/${member}`
}

export function isKnownRoot(kind: EntryKind, name: string): boolean {
  return name === fieldsRoot || (name.startsWith('s/') && sectionDef(kind, name.slice(2)) !== undefined)
}

/** What a key of the fields map stands for; undefined for a key that this kind does not have. */
export type FieldKey =
  | { type: 'title' }
  | { type: 'value'; field: Extract<FieldDef, { type: 'text' | 'choice' | 'flag' }> }
  | { type: 'member'; field: Extract<FieldDef, { type: 'set' }>; member: string }
  | { type: 'row'; field: Extract<FieldDef, { type: 'rows' }>; rowId: string }
  | { type: 'declaration'; kind: Declaration['kind']; to: string }

export function parseFieldKey(kind: EntryKind, key: string): FieldKey | undefined {
  if (key === titleKey) return { type: 'title' }
  const slash = key.indexOf('/')
  if (slash === -1) {
    const field = fieldDef(kind, key)
    return field && field.type !== 'set' && field.type !== 'rows' ? { type: 'value', field } : undefined
  }
  const group = key.slice(0, slash)
  const member = key.slice(slash + 1)
  if (member === '' || member.length > 200) return undefined
  const field = fieldDef(kind, group)
  if (field?.type === 'set') return { type: 'member', field, member }
  if (field?.type === 'rows') return { type: 'row', field, rowId: member }
  const declares = kinds[kind].declares.find((relation) => relation === group)
  return declares && { type: 'declaration', kind: declares, to: member }
}

/**
 * What a draft's document says, in the one spelling of content. Tolerant: keys and values that the kind does not
 * know are passed over, so that a strange document still reads. The same document always gives the same content.
 */
export function readContent(doc: Y.Doc, kind: EntryKind): EntryContent {
  const sections: EntryContent['sections'] = {}
  for (const { id } of kinds[kind].sections) {
    if (doc.share.has(sectionRoot(id))) sections[id] = readProse(doc.get(sectionRoot(id), Y.XmlElement) as Y.XmlElement)
  }
  const map = doc.getMap(fieldsRoot)
  const fields: Record<string, FieldValue> = {}
  const rows: Record<string, { id: string; order: number; row: Row }[]> = {}
  const declarations: Declaration[] = []
  let title = ''

  for (const key of [...map.keys()].sort()) {
    const place = parseFieldKey(kind, key)
    const value = map.get(key)
    if (place?.type === 'title' && typeof value === 'string') title = value.trim()
    else if (place?.type === 'value' && typeof value === (place.field.type === 'flag' ? 'boolean' : 'string')) {
      fields[place.field.id] = typeof value === 'string' ? value.trim() : value === true
    } else if (place?.type === 'member' && value === true) {
      const members = fields[place.field.id] as string[] | undefined
      fields[place.field.id] = [...(members ?? []), place.member]
    } else if (place?.type === 'declaration' && typeof value === 'string') {
      declarations.push({ kind: place.kind, to: place.to, rationale: value.trim() })
    } else if (place?.type === 'row' && isRecord(value)) {
      const order = typeof value.order === 'number' && Number.isFinite(value.order) ? value.order : 0
      rows[place.field.id] = [
        ...(rows[place.field.id] ?? []),
        { id: place.rowId, order, row: readRow(value, place.field.columns) },
      ]
    }
  }
  for (const [id, list] of Object.entries(rows)) {
    list.sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
    fields[id] = list.map(({ row }) => row)
  }
  return normaliseContent({ kind, schema: contentSchema, title, sections, fields, declarations })
}

function readRow(value: Record<string, unknown>, columns: readonly ColumnDef[]): Row {
  const row: Row = {}
  for (const { id, type } of columns) {
    const cell = value[id]
    if (type === 'flag') {
      if (cell === true) row[id] = true
    } else if (type === 'sources') {
      if (Array.isArray(cell)) row[id] = cell.filter(isRecord).map(readSource)
    } else if (typeof cell === 'string' && cell !== '') row[id] = cell
  }
  return row
}

function readSource(value: Record<string, unknown>): SourceRef {
  const text = (key: keyof SourceRef) => (typeof value[key] === 'string' ? value[key] : '')
  return {
    title: text('title'),
    publisher: text('publisher'),
    url: text('url'),
    medium: text('medium'),
    date: text('date'),
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * The first update of a new document. The same content always gives the same bytes, so that seeding twice is
 * harmless, and every section has a root with a paragraph, because an editor that finds none would add its own.
 *
 * @param client one of the server's ids; each generation of a draft is seeded under another.
 */
export function seedUpdate(content: EntryContent, client = seedClient): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = client
  const { kind, title, sections, fields, declarations } = normaliseContent(content)
  doc.transact(() => {
    for (const { id } of kinds[kind].sections) {
      writeProse(doc.get(sectionRoot(id), Y.XmlElement) as Y.XmlElement, normaliseBlocks(sections[id] ?? []))
    }
    const map = doc.getMap(fieldsRoot)
    map.set(titleKey, title)
    for (const field of kinds[kind].fields) {
      const value = fields[field.id]
      if (value !== undefined) writeField(map, field, value)
    }
    for (const { kind: relation, to, rationale } of declarations) map.set(memberKey(relation, to), rationale)
  })
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}

/** Writes a field into a fields map that holds none of it yet. Row ids are their positions: `r1`, `r2`, … */
export function writeField(map: Y.Map<unknown>, field: FieldDef, value: FieldValue): void {
  if (field.type === 'set') {
    for (const member of value as string[]) map.set(memberKey(field.id, member), true)
  } else if (field.type === 'rows') {
    for (const [i, row] of (value as Row[]).entries()) {
      map.set(memberKey(field.id, `r${i + 1}`), { ...row, order: i + 1 })
    }
  } else map.set(field.id, value)
}
