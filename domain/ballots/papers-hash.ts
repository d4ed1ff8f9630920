import { hashJson } from '../record/hash.ts'
import type { Choice } from './ballot.ts'
import type { FrozenText } from './freshness.ts'
import { standingPapers } from './freshness.ts'

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
 * How the papers of a ballot are hashed: 1 whole; 2 with nothing of replaced papers but that there were some; 3 with
 * nothing of papers that count nowhere but what shows that they do not, and, where names are hidden, without what links
 * a paper to an earlier one of its voter ([B49]).
 */
export type PapersForm = 1 | 2 | 3

/** The form in which ballots that close now are hashed. */
export const papersForm: PapersForm = 3

interface Closed {
  form: PapersForm
  names: string
  /** Its frozen texts: which papers are stale follows from them. */
  texts: readonly FrozenText[]
}

/**
 * One hash over all papers of a ballot, whatever order they come in; the closing event carries it with its form. In the
 * first two forms marks and re-affirmations are part of it where a paper has them, so that ballots from before there
 * were any keep their hash.
 */
export function papersHash(papers: readonly PublishedPaper[], closed: Closed): string {
  const published = publishedPapers(papers, closed)
  return hashJson(closed.form === 3 ? published : published.map(withoutNulls))
}

/** The papers of a ballot as they are published once it closed, by id. */
export function publishedPapers(
  papers: readonly PublishedPaper[],
  { form, names, texts }: Closed,
): Partial<PublishedPaper>[] {
  const sorted = [...papers].sort((a, b) => (a.id < b.id ? -1 : 1))
  return standingPapers(sorted, texts).map(({ paper, standing }) => {
    const { id, receipt, replaces, replaced, choice, reason, covered, marks, reaffirms } = paper
    const isLinked = form !== 3 || names === 'shown'
    const there = { id, receipt, replaced, ...(isLinked && { replaces }) }
    if (form !== 1 && replaced) return there
    if (form === 3 && standing === 'stale') return { ...there, covered }
    return { ...there, choice, reason, covered, marks, ...(isLinked && { reaffirms }) }
  })
}

function withoutNulls({ marks, reaffirms, ...paper }: Partial<PublishedPaper>): Partial<PublishedPaper> {
  return { ...paper, ...(marks && { marks }), ...(typeof reaffirms === 'string' && { reaffirms }) }
}

/** The form a closing event says its papers were hashed in; events from before it was said are of form 1. */
export function formOf(papers: unknown): PapersForm {
  const said = typeof papers === 'object' && papers !== null && 'form' in papers ? papers.form : 1
  return said === 2 || said === 3 ? said : 1
}
