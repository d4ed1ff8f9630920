import type { EntryContent } from '../entries/kinds.ts'
import { hashJson } from '../record/hash.ts'
import type { PartDifference } from './parts.ts'
import { differingParts, partsOf } from './parts.ts'

/** What a person had before them when they chose to take a part over. */
export interface Seen {
  mine: string | undefined
  theirs: string | undefined
}

export type TakeDecision = 'take' | 'no-such-part' | 'same' | 'changed-here' | 'changed-there'

/** May this part be taken over as it was seen ([K9], [K10])? */
export function decideTake(mine: EntryContent, theirs: EntryContent, part: string, seen: Seen): TakeDecision {
  if (!partsOf(mine.kind).some((one) => one.part === part)) return 'no-such-part'
  const differs = differingParts(mine, theirs, null).find((one) => one.part === part)
  if (!differs) return 'same'
  if (differs.mine !== seen.mine) return 'changed-here'
  return differs.theirs === seen.theirs ? 'take' : 'changed-there'
}

/** The parts that merging takes over: those that the other side alone changed ([K11]). */
export function mergedParts(differences: readonly PartDifference[]): PartDifference[] {
  return differences.filter(({ changedBy }) => changedBy === 'they')
}

/** Names what a merge would do, so that it is done only as it was seen ([K10], [K11]). */
export function mergeHash(parts: readonly PartDifference[]): string {
  return hashJson(parts.map(({ part, mine, theirs }) => [part, mine, theirs]))
}
