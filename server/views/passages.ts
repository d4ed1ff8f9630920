import type { PassageRow } from '../../db/queries/anchors.ts'
import type { ThreadKind } from '../../domain/threads/words.ts'

/** Words of a section that a thread is about. */
export interface Passage {
  threadId: string
  title: string
  kind: ThreadKind
  section: string
  quote: string
  /** The words stand in the text. */
  placed: boolean
  /** In a draft's document: the identities of the first and the last character. */
  ends: { start: string; end: string } | null
  /** In a version: where they begin in the running text of the section. */
  offset: number | null
}

export function passageOf({ start, end, state, ...row }: PassageRow): Passage {
  return { ...row, placed: state === 'placed', ends: start !== null && end !== null ? { start, end } : null }
}
