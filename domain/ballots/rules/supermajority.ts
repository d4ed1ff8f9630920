import { shareWords } from '../share.ts'
import type { TextRule } from './rule.ts'
import { shareRequirement } from './share-requirement.ts'

const usual = 0.6667

/** [B9] */
export const supermajority: TextRule = {
  kind: 'text',
  binding: true,
  id: 'supermajority',
  version: 1,
  label: 'Supermajority',
  explain: ({ p = usual }) =>
    `Adopted when at least ${shareWords(p)} of those who vote yes or object vote yes. Below that the published version stays.`,
  parameters: [
    { id: 'p', label: 'Share of yes', hint: 'Of yes and objections together.', least: 0.5001, most: 1, usual },
  ],
  mark: ({ p = usual }) => p,
  requirements: ({ tally }, { p = usual }) => [shareRequirement(tally, p)],
}
