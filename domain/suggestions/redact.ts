import type { EntryKind } from '../entries/kinds.ts'
import type { Redaction } from '../entries/redact.ts'
import { redactContent } from '../entries/redact.ts'
import type { PartContent } from './place.ts'
import { contentOfPart, readPart, suggestPlace } from './place.ts'

/** A part without what a redaction removes; as it is where the kind no longer has the place. */
export function redactPart(kind: EntryKind, at: string, part: PartContent, redaction: Redaction): PartContent {
  const place = suggestPlace(kind, at)
  return place === null ? part : readPart(redactContent(contentOfPart(kind, place, part), redaction), place)
}
