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
}

/** One hash over all papers of a ballot, whatever order they come in; the closing event carries it. */
export function papersHash(papers: readonly PublishedPaper[]): string {
  const sorted = [...papers].sort((a, b) => (a.id < b.id ? -1 : 1))
  return hashJson(
    sorted.map(({ id, choice, reason, covered, receipt, replaces, replaced }) => ({
      id,
      choice,
      reason,
      covered,
      receipt,
      replaces,
      replaced,
    })),
  )
}
