import { yesCount } from '../tally.ts'
import { objectionRequirement } from './objection-requirement.ts'
import type { TextRule } from './rule.ts'

/** [B23] */
export const consent: TextRule = {
  kind: 'text',
  binding: true,
  id: 'consent',
  version: 1,
  label: 'Consent',
  explain: () =>
    'Adopted when at least one person agrees and no objection stands. It asks for no share of yes: one open objection blocks the text, however many agree, until it is adopted, dismissed with a reason, withdrawn, or carried as a minority note.',
  parameters: [],
  mark: () => 0,
  requirements: ({ tally, openObjections }) => {
    const yes = yesCount(tally)
    const words = yes === 0 ? 'Nobody agreed; one yes is needed.' : `${yes} said yes; one is needed, and no share.`
    return [{ id: 'share', met: yes > 0, words }, objectionRequirement(openObjections)]
  },
}
