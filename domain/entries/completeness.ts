import { isBlank } from '../prose/tree.ts'
import type { EntryContent, FieldDef, FieldValue } from './kinds.ts'
import { axisIds, kinds } from './kinds.ts'

export interface ReadinessItem {
  /** `title`, `section/<id>`, `field/<id>` or `declarations`: the same names as the parts that are hashed. */
  id: string
  label: string
  /** `reason`: there is none, and the draft says why. */
  state: 'ready' | 'empty' | 'reason'
  /** Without it an entry may not be published; the others only warn. */
  required: boolean
  /** Anchor of the part on the draft's page. */
  anchor: string
}

const requiredOfStrategy = new Set(['section/bet', 'section/mechanism', 'field/lever', 'field/pull'])
for (const axis of axisIds) requiredOfStrategy.add(`field/${axis}`)

/** Sections that may stay empty when a field says why. */
const reasonFor: Record<string, string> = {
  falsification: 'no-falsification-reason',
  threshold: 'no-threshold-reason',
}

/**
 * What a draft has and what it lacks, in the order of its page (drafts SPEC [D10]–[D13]). The readiness list, the
 * merge box and a ballot's page all read this one list.
 */
export function completeness(content: EntryContent): ReadinessItem[] {
  const { sections, fields } = kinds[content.kind]
  const strategy = content.kind === 'strategy'
  const items: ReadinessItem[] = [
    {
      id: 'title',
      label: 'Title',
      state: content.title.trim() === '' ? 'empty' : 'ready',
      required: true,
      anchor: 'field-title',
    },
  ]
  for (const [i, { id, label }] of sections.entries()) {
    const reasonField = strategy ? reasonFor[id] : undefined
    const stated = reasonField !== undefined && hasValue(content.fields[reasonField])
    const required = strategy ? requiredOfStrategy.has(`section/${id}`) || reasonField !== undefined : i === 0
    const state = !isBlank(content.sections[id]) ? 'ready' : stated ? 'reason' : 'empty'
    items.push({ id: `section/${id}`, label, state, required, anchor: `section-${id}` })
  }
  for (const field of fields) {
    if (!isListed(field)) continue
    items.push({
      id: `field/${field.id}`,
      label: field.label,
      state: hasValue(content.fields[field.id]) ? 'ready' : 'empty',
      required: strategy && requiredOfStrategy.has(`field/${field.id}`),
      anchor: `field-${field.id}`,
    })
  }
  if (kinds[content.kind].declares.length > 0) {
    const state = content.declarations.length > 0 ? 'ready' : 'empty'
    items.push({ id: 'declarations', label: 'Relations', state, required: false, anchor: 'field-declarations' })
  }
  return items
}

/** The items without which the entry may not be published. */
export function missing(items: readonly ReadinessItem[]): ReadinessItem[] {
  return items.filter((item) => item.required && item.state === 'empty')
}

/** A flag is an answer either way, and a reason counts with the section that it stands in for. */
function isListed(field: FieldDef): boolean {
  return field.type !== 'flag' && !Object.values(reasonFor).includes(field.id)
}

function hasValue(value: FieldValue | undefined): boolean {
  if (value === undefined || value === false) return false
  if (typeof value === 'string') return value.trim() !== ''
  return value === true || value.length > 0
}
