import type { EntryKind } from '#domain/entries/kinds.ts'
import { fieldDef, sectionDef } from '#domain/entries/kinds.ts'
import type { PartName } from './document-changes.ts'

/** What a part is called on the page, and where a link to it leads; null for one the kind does not have. */
export function placeOf(kind: EntryKind, part: PartName): { label: string; href: string } | null {
  if (part === 'title') return { label: 'the title', href: '#field-title' }
  if (part === 'declarations') return { label: 'Relations', href: '#field-declarations' }
  const [type, id = ''] = part.split('/')
  const def = type === 'section' ? sectionDef(kind, id) : type === 'field' ? fieldDef(kind, id) : undefined
  return def ? { label: def.label, href: `#${type}-${id}` } : null
}
