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

/** How the papers of a ballot are hashed: 1 whole, 2 with nothing of replaced papers but that there were some. */
export type PapersForm = 1 | 2

/** The form in which ballots that close now are hashed. */
export const papersForm: PapersForm = 2

/**
 * One hash over all papers of a ballot, whatever order they come in; the closing event carries it with its form. Marks
 * and re-affirmations are part of it where a paper has them, so that ballots from before there were any keep their
 * hash. What a replaced paper said counts nowhere and is nobody's business, so form 2 leaves it out.
 */
export function papersHash(papers: readonly PublishedPaper[], form: PapersForm = papersForm): string {
  const sorted = [...papers].sort((a, b) => (a.id < b.id ? -1 : 1))
  return hashJson(sorted.map((paper) => (form === 2 && paper.replaced ? replacedPaper(paper) : wholePaper(paper))))
}

function replacedPaper({ id, receipt, replaces }: PublishedPaper) {
  return { id, receipt, replaces, replaced: true }
}

function wholePaper(paper: PublishedPaper) {
  const { id, choice, reason, covered, receipt, replaces, replaced, marks, reaffirms } = paper
  return {
    id,
    choice,
    reason,
    covered,
    receipt,
    replaces,
    replaced,
    ...(marks !== null && { marks }),
    ...(reaffirms !== null && { reaffirms }),
  }
}

/** The form a closing event says its papers were hashed in; events from before it was said are of form 1. */
export function formOf(papers: unknown): PapersForm {
  return typeof papers === 'object' && papers !== null && 'form' in papers && papers.form === 2 ? 2 : 1
}
