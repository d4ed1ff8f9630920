import type { Cell, NameOf } from '../../domain/compare/fields.ts'
import type { ColumnDef, EntryContent, FieldDef, FieldValue, Row, SourceRef } from '../../domain/entries/kinds.ts'
import { kindPath, kinds } from '../../domain/entries/kinds.ts'
import type { Block } from '../../domain/prose/tree.ts'
import type { Deps } from '../deps.ts'
import { atlasIndex } from './atlas-index.ts'
import { namesOf } from './comparison.ts'
import { linksIn } from './links-in.ts'

/** A value of a field, ready to be read. */
export type ShownField = { id: string; label: string } & (
  | { type: 'text'; text: string }
  | { type: 'list'; items: string[] }
  | { type: 'rows'; rows: { cells: Cell[]; sources: SourceRef[] }[] }
)

/** What an entry says at one version and nothing that is derived from other entries. */
export interface ShownContent {
  title: string
  sections: { id: string; label: string; blocks: Block[] }[]
  fields: ShownField[]
  relations: { kind: 'conflict' | 'complement'; title: string; href: string; rationale: string }[]
  /** Where `[[slug]]` in prose leads. */
  links: Record<string, { title: string; href: string }>
}

/** Content as a page shows it: sections and fields in the kind's order, stored values by name. */
export async function shownContent(deps: Pick<Deps, 'store'>, content: EntryContent): Promise<ShownContent> {
  const nameOf = await namesOf(deps, content.kind)
  const { links } = await atlasIndex(deps)
  const { sections, fields } = kinds[content.kind]
  return {
    title: content.title,
    sections: sections.flatMap(({ id, label }) => {
      const blocks = content.sections[id]
      return blocks ? [{ id, label, blocks }] : []
    }),
    fields: fields.flatMap((field) => {
      const value = content.fields[field.id]
      return value === undefined ? [] : [shownField(field, value, nameOf)]
    }),
    relations: content.declarations.map(({ kind, to, rationale }) => ({
      kind,
      title: nameOf('strategies', to),
      href: `/${kindPath.strategy}/${to}`,
      rationale,
    })),
    links: linksIn(content.sections, links),
  }
}

function shownField(field: FieldDef, value: FieldValue, nameOf: NameOf): ShownField {
  const { id, label } = field
  if (field.type === 'rows') {
    const rows = Array.isArray(value) ? value.filter((row) => typeof row === 'object') : []
    return { id, label, type: 'rows', rows: rows.map((row) => shownRow(field.columns, row, nameOf)) }
  }
  if (field.type === 'set') {
    const members = Array.isArray(value) ? value.filter((member) => typeof member === 'string') : []
    return { id, label, type: 'list', items: members.map((member) => nameOf(field.options, member)) }
  }
  if (typeof value === 'boolean') return { id, label, type: 'text', text: value ? 'Yes' : 'No' }
  const text = String(value)
  return { id, label, type: 'text', text: field.type === 'choice' ? nameOf(field.options, text) : text }
}

function shownRow(columns: ColumnDef[], row: Row, nameOf: NameOf): { cells: Cell[]; sources: SourceRef[] } {
  const cells = columns.flatMap(({ id, label, options }) => {
    const value = row[id]
    if (typeof value === 'string' && value !== '') return [{ label, text: options ? nameOf(options, value) : value }]
    return value === true ? [{ label, text: 'yes' }] : []
  })
  const sources = columns.flatMap(({ id }) => {
    const value = row[id]
    return Array.isArray(value) ? value : []
  })
  return { cells, sources }
}
