import type { SuggestPlace } from '../../domain/suggestions/place.ts'
import { partHash, typedPart } from '../../domain/suggestions/place.ts'

const most = 4_000
const known = new Map<string, string>()

/**
 * Hash of what typed words say at a place. Two hundred pages show the same two hundred wordings at the same moment, and
 * reading Markdown is what takes the time; so those asked for last are kept.
 */
export function wordingHash(place: SuggestPlace, text: string): string {
  const key = `${place.type}/${place.id} ${text}`
  const before = known.get(key)
  const hash = before ?? partHash(typedPart(place, text))
  // The one used last stands last.
  known.delete(key)
  known.set(key, hash)
  if (known.size > most) known.delete(known.keys().next().value ?? '')
  return hash
}
