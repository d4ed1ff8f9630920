import { hashJson } from '../record/hash.ts'
import type { Choice } from './ballot.ts'

/** What a published paper consists of. */
export interface PublishedPaper {
  id: string
  choice: Choice
  reason: string
  covered: Record<string, string>
  receipt: string
  replaces: string | null
  replaced: boolean
  /** What it says of each option; null on a paper with a choice. */
  marks: Record<string, number> | null
  /** Receipt of the paper that it re-affirms for a changed text. */
  reaffirms: string | null
}

/**
 * One hash over all papers of a ballot, whatever order they come in; the closing event carries it. Marks and
 * re-affirmations are part of it where a paper has them, so that ballots from before there were any keep their hash.
 */
export function papersHash(papers: readonly PublishedPaper[]): string {
  const sorted = [...papers].sort((a, b) => (a.id < b.id ? -1 : 1))
  return hashJson(
    sorted.map(({ id, choice, reason, covered, receipt, replaces, replaced, marks, reaffirms }) => ({
      id,
      choice,
      reason,
      covered,
      receipt,
      replaces,
      replaced,
      ...(marks !== null && { marks }),
      ...(reaffirms !== null && { reaffirms }),
    })),
  )
}
