import { differingParts } from '../ballots/freshness.ts'
import type { EntryKind } from '../entries/kinds.ts'
import { partLabel, placeOfPart, placesOf } from '../threads/place.ts'

/**
 * The parts of an entry that a draft would change, as its page calls them and in its order ([P34]).
 *
 * @param current one hash for each part of the current version, `next` of the draft's text.
 */
export function pendingParts(
  kind: EntryKind,
  current: Readonly<Record<string, string>>,
  next: Readonly<Record<string, string>>,
): string[] {
  const order = placesOf(kind)
  return differingParts(current, next)
    .sort((a, b) => order.indexOf(placeOfPart(a)) - order.indexOf(placeOfPart(b)))
    .map((part) => partLabel(kind, part))
}
