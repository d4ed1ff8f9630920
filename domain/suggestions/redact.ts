import type { EntryKind } from '../entries/kinds.ts'
import type { Redaction } from '../entries/redact.ts'
import { redactContent, redactText } from '../entries/redact.ts'
import type { PartContent } from './place.ts'
import { contentOfPart, partHash, readPart, suggestPlace, typedPart, writePart } from './place.ts'

/** A part without what a redaction removes; as it is where the kind no longer has the place. */
export function redactPart(kind: EntryKind, at: string, part: PartContent, redaction: Redaction): PartContent {
  const place = suggestPlace(kind, at)
  return place === null ? part : readPart(redactContent(contentOfPart(kind, place, part), redaction), place)
}

/**
 * What was typed for a place, without what a redaction removes. It is read as the part it means, for words may run over
 * its marks. Where the part says nothing of them it stays as it was typed, but for words that only the typing says.
 */
export function redactTyped(kind: EntryKind, at: string, typed: string, redaction: Redaction): string {
  const place = suggestPlace(kind, at)
  if (place !== null) {
    const part = typedPart(place, typed)
    const clean = redactPart(kind, at, part, redaction)
    if (partHash(clean) !== partHash(part)) return writePart(clean)
    if ('section' in redaction && at === `section/${redaction.section}`) return ''
  }
  return 'words' in redaction ? redactText(typed, redaction.words) : typed
}
