import type { EntryKind } from '../entries/kinds.ts'
import { fieldDef, kinds, sectionDef } from '../entries/kinds.ts'
import type { ThreadKind } from './words.ts'
import { isHearing } from './words.ts'

/** Places of a hearing; the first is where it is opened unless somebody says otherwise. */
export const hearingPlaces = {
  falsification: ['section/falsification', 'field/no-falsification-reason'],
  threshold: ['section/threshold', 'section/overshoot', 'field/no-threshold-reason'],
} as const

/** What people call a place, or null where the kind has no such place ([T1]). */
export function placeLabel(kind: EntryKind, place: string): string | null {
  if (place === 'entry') return 'The whole entry'
  const [type, id = '', ...rest] = place.split('/')
  if (rest.length > 0) return null
  if (type === 'section') return sectionDef(kind, id)?.label ?? null
  if (type !== 'field') return null
  if (id === 'title') return 'Title'
  if (id === 'declarations') return kinds[kind].declares.length > 0 ? 'Relations' : null
  return fieldDef(kind, id)?.label ?? null
}

/** Where a hashed part of a text (`title`, `section/<id>`, `field/<id>`, `declarations`) is argued. */
export function placeOfPart(part: string): string {
  return part.includes('/') ? part : `field/${part}`
}

/** What people call a hashed part of a text. */
export function partLabel(kind: EntryKind, part: string): string {
  return placeLabel(kind, placeOfPart(part)) ?? part
}

/** Every place of a kind in the order of its page. */
export function placesOf(kind: EntryKind): string[] {
  return [
    'entry',
    'field/title',
    ...kinds[kind].sections.map(({ id }) => `section/${id}`),
    ...kinds[kind].fields.map(({ id }) => `field/${id}`),
    ...(kinds[kind].declares.length > 0 ? ['field/declarations'] : []),
  ]
}

/** May a thread of this kind stand there ([T1], [T2])? */
export function fitsPlace(entryKind: EntryKind, place: string, kind: ThreadKind): boolean {
  if (placeLabel(entryKind, place) === null) return false
  if (isHearing(kind)) return (hearingPlaces[kind] as readonly string[]).includes(place)
  return kind !== 'relation' || kinds[entryKind].declares.length > 0
}

/** The name of a thread that nobody has named. */
export function defaultTitle(entryKind: EntryKind, place: string, kind: ThreadKind): string {
  const label = placeLabel(entryKind, place) ?? 'The whole entry'
  if (kind === 'falsification') return 'What would prove it wrong?'
  if (kind === 'threshold') return 'Past which point does it defeat itself?'
  if (kind === 'wording') return `Wording: ${label}`
  if (kind === 'evidence') return `Evidence: ${label}`
  return label
}
