import type { MemberPosition } from '../../../domain/signals/positions.ts'
import type { DemoContribution, DemoPerson } from './demo-content.ts'

/** A signal that is reported and disputed, with where members stand on its strategy. Invented, the source too. */
export const reportedSignal = {
  strategy: 'voluntary-restraint',
  positions: [
    {
      by: 'contributor',
      position: 'endorses',
      reason: 'Laboratories can move this year. A law that says the same arrives when the habit is settled.',
      tick: true,
      exit: '',
    },
    {
      by: 'contributor2',
      position: 'conditional',
      reason: 'I am for it as long as the promises are published with dates, so that breaking one can be seen.',
      tick: false,
      exit: 'Two laboratories drop the publication of their evaluations in the same year.',
    },
    {
      by: 'facilitator',
      position: 'mixed',
      reason: 'It buys time in calm years and none in the year that matters.',
      tick: true,
      exit: '',
    },
    {
      by: 'reviewer',
      position: 'opposes',
      reason: 'Whoever restrains alone hands the work to whoever does not.',
      tick: false,
      exit: 'A promise is kept for three years although keeping it cost the lead.',
    },
  ] satisfies { by: DemoPerson; position: MemberPosition; reason: string; tick: boolean; exit: string }[],
  report: {
    by: 'reviewer' as DemoPerson,
    url: 'https://example.org/harbour-ledger/a-threshold-moves-up',
    title: 'A threshold moves up, and nobody asks',
    publisher: 'The Harbour Ledger (an invented paper)',
    shows:
      'A laboratory raised the level at which its own policy asks for a halt, in the month in which a competitor came out with a better model. Its three largest customers renewed within weeks. No authority commented.',
  },
  dispute: {
    by: 'contributor' as DemoPerson,
    reason:
      'The level was raised after the review that the policy itself asks for, with a published reasoning. That is a change by the rules. Watering down would be to cross the level and do nothing.',
  },
  contributions: [
    {
      by: 'facilitator',
      type: 'question',
      text: 'Does the policy say who must agree to a change? If the same people set the level and profit from it, the rules are not much of a rule.',
    },
  ] satisfies DemoContribution[],
}

/** A signal that somebody looked at and that is due again. */
export const reviewedSignal = {
  strategy: 'compute-governance',
  by: 'moderator' as DemoPerson,
  note: 'Two comparisons of chips by year are out; neither says how far limits still reach. I look again when the third is published.',
}
