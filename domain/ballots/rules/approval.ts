import { reaches, shareWords } from '../share.ts'
import { mostPoints, mostRequirement, pointsOf } from './most-points.ts'
import type { OptionsRule } from './rule.ts'

const usual = 0.5

/** [B27] */
export const approval: OptionsRule = {
  kind: 'options',
  id: 'approval',
  version: 1,
  label: 'Approval',
  ask: 'Tick every option that you could live with.',
  explain: ({ p = usual }) =>
    `Everyone ticks all options that they could live with. The option with the most approvals is taken, if at least ${shareWords(p)} of those who mark the options approve of it. On a tie everything stays as it is.`,
  parameters: [
    {
      id: 'p',
      label: 'Share of approval',
      hint: 'Of the papers that mark the options; abstentions are not among them.',
      least: 0.01,
      most: 1,
      usual,
    },
  ],
  choose(contest, { p = usual }) {
    const points = pointsOf(contest)
    const ahead = mostPoints(contest, points)
    const best = Math.max(...points)
    const papers = contest.marks.length
    return {
      ahead,
      points,
      requirements: [
        mostRequirement(contest, ahead, points, 'approvals'),
        {
          id: 'share',
          met: reaches(best, papers, p),
          words:
            papers === 0
              ? `Nobody marked the options; ${shareWords(p)} approval needed.`
              : `${best} of ${papers} approve of what has the most approvals; ${shareWords(p)} needed.`,
        },
      ],
    }
  },
}
