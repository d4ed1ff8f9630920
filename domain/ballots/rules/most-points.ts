import type { Marks, Requirement } from '../ballot.ts'
import { listed, quoted, statusQuo } from '../options.ts'
import type { Contest } from './rule.ts'

/** The sum of an option's marks over all papers; an option that a paper leaves out gets nothing from it. */
export function pointsOf({ options, marks }: Contest): number[] {
  return options.map(({ id }) => marks.reduce((sum, paper: Marks) => sum + (paper[id] ?? 0), 0))
}

/** The options with the most points; all of them when nobody marked any. */
export function mostPoints({ options }: Contest, points: readonly number[]): string[] {
  const best = Math.max(...points)
  return options.filter((_, i) => points[i] === best).map(({ id }) => id)
}

/**
 * "One option alone has the most, and it is not the status quo" ([B27], [B28]).
 *
 * @param noun what is counted, as in "approvals".
 */
export function mostRequirement(
  { options }: Contest,
  ahead: readonly string[],
  points: readonly number[],
  noun: string,
): Requirement {
  const best = Math.max(...points)
  const quo = points.at(-1) ?? 0
  const names = listed(ahead.map((id) => quoted(options, id)))
  const [first] = ahead
  const met = ahead.length === 1 && first !== statusQuo.id
  const words = () => {
    if (best === 0) return `No option got any ${noun}, so everything stays as it is.`
    if (ahead.length > 1)
      return `A tie: ${names} have the most ${noun}, ${best} each. A tie leaves everything as it is.`
    if (!met) return `No option has more ${noun} than leaving everything as it is, which has ${quo}.`
    return `The most ${noun} go to ${names}: ${best}; leaving everything as it is has ${quo}.`
  }
  return { id: 'option', met, words: words() }
}
