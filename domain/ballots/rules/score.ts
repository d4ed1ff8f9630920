import { mostScore } from '../marks.ts'
import { mostPoints, mostRequirement, pointsOf } from './most-points.ts'
import type { OptionsRule } from './rule.ts'

/** [B28] */
export const score: OptionsRule = {
  kind: 'options',
  id: 'score',
  version: 1,
  label: 'Score',
  ask: `Give every option from 0 (worst) to ${mostScore} (best). An option without a score gets 0 from you.`,
  explain: () =>
    `Everyone gives each option from 0 to ${mostScore}; what is left out gets 0. The option with the most points is taken, if it has more than leaving everything as it is. On a tie everything stays as it is.`,
  parameters: [],
  choose(contest) {
    const points = pointsOf(contest)
    const ahead = mostPoints(contest, points)
    return { ahead, points, requirements: [mostRequirement(contest, ahead, points, 'points')] }
  },
}
