import { shareWords } from '../share.ts'
import { objectionRequirement } from './objection-requirement.ts'
import type { TextRule } from './rule.ts'
import { shareRequirement } from './share-requirement.ts'

const usual = 0.8

/** [B10] */
export const consensus: TextRule = {
  kind: 'text',
  binding: true,
  id: 'consensus',
  version: 1,
  label: 'Consensus with objections',
  explain: ({ p = usual }) =>
    `Adopted when at least ${shareWords(p)} of those who vote yes or object vote yes, and every objection has been answered. An open objection blocks the text until it is adopted, dismissed with a reason, withdrawn, or carried as a minority note.`,
  parameters: [
    { id: 'p', label: 'Share of yes', hint: 'Of yes and objections together.', least: 0.5001, most: 1, usual },
  ],
  mark: ({ p = usual }) => p,
  requirements: ({ tally, openObjections }, { p = usual }) => [
    shareRequirement(tally, p),
    objectionRequirement(openObjections),
  ],
}
