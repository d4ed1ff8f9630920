import type * as Y from 'yjs'
import { normaliseContent } from '../domain/entries/content-hash.ts'
import type { EntryContent, FieldDef, FieldValue } from '../domain/entries/kinds.ts'
import { kinds } from '../domain/entries/kinds.ts'
import { hashJson } from '../domain/record/hash.ts'
import { fieldsRoot, memberKey, parseFieldKey, readContent, titleKey } from './doc-shape.ts'
import { replaceSection } from './replace-section.ts'
import { setField } from './set-field.ts'

/** Makes a document say `content`, touching only sections, fields and relations that differ (history SPEC [H9]). */
export function restoreContent(doc: Y.Doc, content: EntryContent): void {
  const wanted = normaliseContent(content)
  const { kind } = wanted
  const now = readContent(doc, kind)
  const differs = (a: unknown, b: unknown) => hashJson(a ?? null) !== hashJson(b ?? null)
  doc.transact(() => {
    for (const { id } of kinds[kind].sections) {
      if (differs(now.sections[id], wanted.sections[id])) replaceSection(doc, id, wanted.sections[id] ?? [])
    }
    for (const field of kinds[kind].fields) {
      const value = wanted.fields[field.id]
      if (differs(now.fields[field.id], value)) setField(doc, kind, field.id, value ?? emptyValue(field))
    }
    if (now.title !== wanted.title) setField(doc, kind, titleKey, wanted.title)
    if (differs(now.declarations, wanted.declarations)) restoreDeclarations(doc, wanted)
  })
}

function emptyValue(field: FieldDef): FieldValue {
  if (field.type === 'set' || field.type === 'rows') return []
  return field.type === 'flag' ? false : ''
}

function restoreDeclarations(doc: Y.Doc, { kind, declarations }: EntryContent): void {
  const map = doc.getMap(fieldsRoot)
  const wanted = new Map(declarations.map((one) => [memberKey(one.kind, one.to), one.rationale]))
  for (const key of [...map.keys()]) {
    if (parseFieldKey(kind, key)?.type === 'declaration' && !wanted.has(key)) map.delete(key)
  }
  for (const [key, rationale] of wanted) if (map.get(key) !== rationale) map.set(key, rationale)
}
