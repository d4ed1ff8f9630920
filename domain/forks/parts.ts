import { normaliseContent, partHashes } from '../entries/content-hash.ts'
import type { EntryContent, EntryKind } from '../entries/kinds.ts'
import { kinds } from '../entries/kinds.ts'
import { hashJson } from '../record/hash.ts'

/** A part of a draft that is compared and taken over as a whole ([K6]): its name among part hashes, and a label. */
export interface Part {
  part: string
  label: string
}

/** Who changed a part since the common ancestor ([K8]), seen from the draft whose page it is. */
export type ChangedBy = 'they' | 'you' | 'both' | 'unknown'

export interface PartDifference extends Part {
  changedBy: ChangedBy
  /** Hash of the part on either side; that of nothing where it is empty. */
  mine: string
  theirs: string
}

/** What stands for the hash of a part that says nothing. */
const nothing = hashJson(null)

/** The parts of a kind in the order in which they are shown ([K6]). */
export function partsOf(kind: EntryKind): Part[] {
  return [
    { part: 'title', label: 'Title' },
    ...kinds[kind].fields.map(({ id, label }) => ({ part: `field/${id}`, label })),
    ...(kinds[kind].declares.length > 0 ? [{ part: 'declarations', label: 'Declared relations' }] : []),
    ...kinds[kind].sections.map(({ id, label }) => ({ part: `section/${id}`, label })),
  ]
}

/**
 * The parts in which two drafts of one entry differ ([K6], [K8]).
 *
 * @param ancestor what both go back to; null where that is not known.
 */
export function differingParts(
  mine: EntryContent,
  theirs: EntryContent,
  ancestor: EntryContent | null,
): PartDifference[] {
  const [here, there, before] = [partHashes(mine), partHashes(theirs), ancestor && partHashes(ancestor)]
  return partsOf(mine.kind).flatMap(({ part, label }) => {
    const [own, other] = [here[part] ?? nothing, there[part] ?? nothing]
    if (own === other) return []
    return [
      { part, label, mine: own, theirs: other, changedBy: changedBy(own, other, before && (before[part] ?? nothing)) },
    ]
  })
}

function changedBy(mine: string, theirs: string, ancestor: string | null): ChangedBy {
  if (ancestor === null) return 'unknown'
  if (mine === ancestor) return 'they'
  return theirs === ancestor ? 'you' : 'both'
}

/** The draft's content with these parts as the other side says them, and nothing else changed ([K9]). */
export function withParts(mine: EntryContent, theirs: EntryContent, parts: readonly string[]): EntryContent {
  const taken = normaliseContent(theirs)
  const next = structuredClone(normaliseContent(mine))
  for (const part of parts) {
    const [group, id = ''] = part.split('/')
    if (part === 'title') next.title = taken.title
    else if (part === 'declarations') next.declarations = taken.declarations
    else if (group === 'section') put(next.sections, id, taken.sections[id])
    else put(next.fields, id, taken.fields[id])
  }
  return next
}

function put<T>(into: Record<string, T>, id: string, value: T | undefined): void {
  if (value === undefined) delete into[id]
  else into[id] = value
}
