import type { ContributionType } from './words.ts'

/** The two sides of what a thread argues. */
export const sides = ['for', 'against'] as const
export type Side = (typeof sides)[number]

export const sideLabels: Record<Side, string> = { for: 'The side for', against: 'The side against' }

/** What somebody who argued a side says of a restatement of it. */
export const verdicts = ['fair', 'not-quite'] as const
export type Verdict = (typeof verdicts)[number]

export const verdictLabels: Record<Verdict, string> = { fair: 'Fair', 'not-quite': 'Not quite' }

/** What must be known of a contribution to tell who argued what. */
export interface Argued {
  id: string
  /** The candidate it is about: a reason about a wording takes no side in the thread. */
  candidate: number | null
  type: ContributionType
  authorId: string
  deletedAt: number | null
}

export interface Restated {
  authorId: string
  side: Side
  /** The one contribution that is restated; null for the whole side. */
  of: string | null
}

/** The side that a type of contribution takes; null for those that take none ([T33]). */
export function sideOf(type: ContributionType): Side | null {
  if (type === 'for') return 'for'
  return type === 'against' || type === 'counter-example' ? 'against' : null
}

/** Who argued a side with something that still stands there ([T33]). */
export function whoArgued(contributions: readonly Argued[], side: Side): Set<string> {
  const own = contributions.filter(
    ({ candidate, type, deletedAt }) => deletedAt === null && candidate === null && sideOf(type) === side,
  )
  return new Set(own.map(({ authorId }) => authorId))
}

/** The sides that this person may restate as a whole: argued by others, and not by them ([T34]). */
export function restatable(contributions: readonly Argued[], actorId: string): Side[] {
  return sides.filter((side) => {
    const argued = whoArgued(contributions, side)
    return argued.size > 0 && !argued.has(actorId)
  })
}

/** May this person restate this one contribution ([T34])? */
export function mayRestateOne({ type, authorId, deletedAt }: Argued, actorId: string): boolean {
  return deletedAt === null && authorId !== actorId && sideOf(type) !== null
}

/**
 * May this person say whether it is fair: whoever argued the side, or, of one contribution, its author ([T35])?
 *
 * @param contributions all of the thread.
 */
export function mayMark({ authorId, side, of }: Restated, contributions: readonly Argued[], actorId: string): boolean {
  if (authorId === actorId) return false
  if (of === null) return whoArgued(contributions, side).has(actorId)
  return contributions.some((one) => one.id === of && one.deletedAt === null && one.authorId === actorId)
}

export interface Mark {
  revision: number
  verdict: Verdict
}

export type MarkDecision = 'mark' | 'reworded' | 'says-not-what'

/** Is a mark taken ([T35], [T36])? @param present number of the wording that stands there. */
export function decideMark(present: number, { revision, verdict }: Mark, missing: string): MarkDecision {
  if (revision !== present) return 'reworded'
  return verdict === 'not-quite' && missing.trim() === '' ? 'says-not-what' : 'mark'
}

/** The marks of the present wording counted, and how many earlier wordings were given ([T36]). */
export function countMarks(
  marks: readonly Mark[],
  present: number,
): { fair: number; notQuite: number; earlier: number } {
  const of = (verdict: Verdict) => marks.filter((one) => one.revision === present && one.verdict === verdict).length
  return {
    fair: of('fair'),
    notQuite: of('not-quite'),
    earlier: marks.filter(({ revision }) => revision !== present).length,
  }
}
