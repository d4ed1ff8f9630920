import { shareWords } from '../share.ts'
import type { Rule } from './rule.ts'
import { shareRequirement } from './share-requirement.ts'

const usual = 0.8

/** [B10] */
export const consensus: Rule = {
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
    { id: 'objections', met: openObjections === 0, words: objectionWords(openObjections) },
  ],
}

function objectionWords(open: number): string {
  if (open === 0) return 'No objection is open.'
  return open === 1
    ? 'One objection is open and needs a disposition.'
    : `${open} objections are open and need a disposition each.`
}
