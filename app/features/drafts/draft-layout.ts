import type { EntryKind } from '#domain/entries/kinds.ts'
import { kinds } from '#domain/entries/kinds.ts'

/** One group of the draft's page: sections, fields and, for strategies, the relations. */
export interface LayoutGroup {
  label: string
  /** `section/<id>`, `field/<id>` or `declarations`, in order. */
  parts: string[]
}

const strategyGroups: LayoutGroup[] = [
  { label: 'What it says', parts: ['section/bet', 'section/mechanism', 'section/binds-next'] },
  {
    label: 'What would prove it wrong',
    parts: [
      'section/falsification',
      'field/no-falsification-reason',
      'section/threshold',
      'section/overshoot',
      'field/no-threshold-reason',
    ],
  },
  {
    label: 'Lever and coordinates',
    parts: [
      'field/lever',
      'field/pull',
      'field/acts-on',
      'field/coercion',
      'field/actor-in-control',
      'field/time-horizon',
      'field/legitimacy-source',
      'field/rejects-frame',
      'field/foreclosing',
    ],
  },
  {
    label: 'Historical analogue',
    parts: ['field/analogue-domain', 'field/analogue-regime', 'section/analogue-produced', 'section/analogue-failed'],
  },
  { label: 'Relations', parts: ['declarations'] },
  { label: 'Scenarios and tags', parts: ['field/scenarios', 'field/tags'] },
  { label: 'Vintages and commitments', parts: ['field/vintages', 'field/commitments'] },
]

/**
 * The order of a draft's page. Whatever the kind has and no group names comes last, so that a new field of the kind
 * registry is never missing from the editor.
 */
export function draftLayout(kind: EntryKind): LayoutGroup[] {
  const { sections, fields, declares } = kinds[kind]
  const all = [
    ...sections.map(({ id }) => `section/${id}`),
    ...fields.map(({ id }) => `field/${id}`),
    ...(declares.length > 0 ? ['declarations'] : []),
  ]
  const groups = kind === 'strategy' ? strategyGroups : []
  const named = new Set(groups.flatMap(({ parts }) => parts))
  const rest = all.filter((part) => !named.has(part))
  const label = groups.length > 0 ? 'Source' : 'What it says'
  return rest.length > 0 ? [...groups, { label, parts: rest }] : groups
}
