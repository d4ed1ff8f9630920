import type { ThreadKind } from '../threads/words.ts'

export interface MergeThread {
  id: string
  entryId: string
  draftId: string | null
  kind: ThreadKind
  state: 'open' | 'resolved'
  /** Candidates that were proposed in it. */
  candidates: number
  mergedInto: string | null
  locked: boolean
}

export type Merging = 'go' | 'same' | 'elsewhere' | 'kind' | 'candidates' | 'ended'

export const mergingWords: Record<Exclude<Merging, 'go'>, string> = {
  same: 'Choose another thread than this one.',
  elsewhere: 'Threads are merged where they are about the same draft, or the same published entry.',
  kind: 'Hearings and disputed relations stay where they are. General threads and threads about wordings can be merged.',
  candidates: 'This thread has candidate wordings, whose votes belong to its place. Merge the other one into this.',
  ended: 'Both threads must be open.',
}

const movable = new Set<ThreadKind>(['general', 'wording', 'evidence'])

/** May a thread be merged into another one ([Y19])? */
export function decideMerging(from: MergeThread, into: MergeThread): Merging {
  if (from.id === into.id) return 'same'
  if (from.entryId !== into.entryId || from.draftId !== into.draftId) return 'elsewhere'
  if (!movable.has(from.kind)) return 'kind'
  const isOpen = ({ state, mergedInto, locked }: MergeThread) => state === 'open' && mergedInto === null && !locked
  if (!isOpen(from) || !isOpen(into)) return 'ended'
  return from.candidates > 0 ? 'candidates' : 'go'
}
