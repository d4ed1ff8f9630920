import type { BallotOption, BallotRule, Marks } from './ballot.ts'

/** The highest score; the lowest is 0. */
export const mostScore = 5

/** Rules that decide between options. */
export type OptionsRuleId = Extract<BallotRule, 'approval' | 'score' | 'ranked'>

/** What a single mark may be. */
function range(rule: OptionsRuleId, options: number): { least: number; most: number; words: string } {
  if (rule === 'approval')
    return { least: 1, most: 1, words: 'An approval is the number 1; leave out what you do not approve of.' }
  if (rule === 'score') return { least: 0, most: mostScore, words: `A score is a whole number from 0 to ${mostScore}.` }
  return { least: 1, most: options, words: `A rank is a whole number from 1 to ${options}; equal ranks are allowed.` }
}

const nothing: Record<OptionsRuleId, string> = {
  approval: 'Approve of at least one option (leaving everything as it is is one of them), or abstain.',
  score: 'Score at least one option, or abstain.',
  ranked: 'Rank at least one option, or abstain.',
}

/** What is wrong with the marks of a paper that does not abstain, or null ([B26]). */
export function marksFault(rule: OptionsRuleId, options: readonly BallotOption[], marks: Marks): string | null {
  const ids = Object.keys(marks)
  const unknown = ids.find((id) => !options.some((option) => option.id === id))
  if (unknown !== undefined) return `No option of this ballot has the id “${unknown.slice(0, 40)}”.`
  const { least, most, words } = range(rule, options.length)
  const isMark = (mark: number) => Number.isInteger(mark) && mark >= least && mark <= most
  if (!Object.values(marks).every(isMark)) return words
  return ids.length === 0 ? nothing[rule] : null
}
