import type { EntryKind } from '../domain/entries/kinds.ts'
import type { PartContent, SuggestPlace } from '../domain/suggestions/place.ts'
import { partHash, typedPart } from '../domain/suggestions/place.ts'

/** What typed words say at a place; nobody changes it. */
export interface WordingReading {
  readonly part: PartContent
  readonly hash: string
}

const most = 4_000
const known = new Map<string, WordingReading>()

/**
 * Reads typed words. Two hundred pages show the same two hundred wordings at the same moment, each new one is compared
 * with all that stand, and reading Markdown is what takes the time; so those asked for last are kept.
 */
export function readWording(kind: EntryKind, place: SuggestPlace, text: string): WordingReading {
  const key = `${kind}/${place.type}/${place.id} ${text}`
  const before = known.get(key)
  const reading = before ?? read(place, text)
  // The one used last stands last.
  known.delete(key)
  known.set(key, reading)
  if (known.size > most) known.delete(known.keys().next().value ?? '')
  return reading
}

function read(place: SuggestPlace, text: string): WordingReading {
  const part = typedPart(place, text)
  return { part, hash: partHash(part) }
}
