import type { EntryKind } from './kinds.ts'
import { entryKinds, kindPath } from './kinds.ts'

/** The entry that forms and addresses name as in `strategies/pause`; null where it names none. */
export function readPlace(place: string): { kind: EntryKind; slug: string } | null {
  const [folder, slug = '', ...more] = place.split('/')
  const kind = entryKinds.find((one) => kindPath[one] === folder)
  return kind && more.length === 0 && /^[a-z0-9-]+$/.test(slug) ? { kind, slug } : null
}
