import { findContributions } from '../../db/queries/threads.ts'
import type { Q } from '../../db/store.ts'
import { shownWords } from '../../domain/moderation/shown.ts'
import { excerpt } from '../../domain/text/excerpt.ts'
import type { ContributionType } from '../../domain/threads/words.ts'

/** Reasons of each side that stand on a candidate's card; the others are in the argument. */
const mostShown = 3

/** What must be known of a contribution to list it. */
export interface Reason {
  id: string
  candidate: number | null
  type: ContributionType
  authorId: string
  deletedAt: number | null
}

export interface ReasonLine {
  id: string
  author: string
  /** Its beginning. */
  text: string
}

export interface CandidateReasons {
  for: ReasonLine[]
  against: ReasonLine[]
  /** What else was said about it and stands in the argument. */
  more: number
}

/** The first reasons for and against each candidate, oldest first, by its number. */
export async function candidateReasons(q: Q, outline: readonly Reason[]): Promise<Map<number, CandidateReasons>> {
  const about = new Map<number, Reason[]>()
  for (const one of outline) {
    if (one.candidate === null || one.deletedAt !== null) continue
    about.set(one.candidate, [...(about.get(one.candidate) ?? []), one])
  }
  const of = (all: readonly Reason[], type: ContributionType) =>
    all.filter((one) => one.type === type).slice(0, mostShown)
  const chosen = [...about.values()].flatMap((all) => [...of(all, 'for'), ...of(all, 'against')])
  const words = await findContributions(
    q,
    chosen.map(({ id }) => id),
  )
  const line = ({ id }: Reason) => {
    const said = words.get(id)
    return { id, author: said?.author ?? '', text: excerpt(shownWords(said?.text ?? ''), 160) }
  }
  return new Map(
    [...about].map(([n, all]) => {
      const [pro, con] = [of(all, 'for').map(line), of(all, 'against').map(line)]
      return [n, { for: pro, against: con, more: all.length - pro.length - con.length }]
    }),
  )
}
