import type { DemoPerson } from './demo-content.ts'

/** A draft under vote: its ballot is open and closes in a few days. */
export const openBallot = {
  strategy: 'sunset-clause',
  owner: 'contributor2' as DemoPerson,
  sections: {
    falsification:
      'Ten licences in a row come up for renewal and all ten are extended without a hearing, or with one that changed no condition.',
    threshold: 'Renewals come due so often that the office renewing them no longer reads what it signs.',
    overshoot:
      'A short term makes each decision look small, and small decisions are delegated. The clause then produces the habit it was written against.',
  },
  question: 'Shall the entry say that ten renewals without a changed condition count against the sunset clause?',
  votes: [
    {
      by: 'reviewer' as DemoPerson,
      choice: 'agree' as const,
      reason: 'Countable, dated, and it would embarrass me if it happened.',
    },
    {
      by: 'facilitator' as DemoPerson,
      choice: 'reservations' as const,
      reason: 'Ten is arbitrary; I would accept any number that is fixed in advance.',
    },
  ],
}

/** A question with options, open for a few days, so that a newcomer sees what approval asks. */
export const openQuestion = {
  entry: { kind: 'strategy' as const, slug: 'compute-governance' },
  by: 'facilitator' as DemoPerson,
  question: 'Which measure of compute shall the entry name first?',
  options: ['Training runs above a number of operations', 'Chips shipped to one buyer', 'Electricity of one site'],
  votes: [
    {
      by: 'contributor' as DemoPerson,
      marks: { a: 1, c: 1 } as Record<string, number>,
      reason: 'Both can be metered by somebody who is not the operator.',
    },
    {
      by: 'reviewer' as DemoPerson,
      marks: { b: 1 },
      reason: 'A chip is counted once; a run is what its owner calls one.',
    },
  ],
}

/** A draft that was decided and waits for a moderator to publish it. */
export const decidedBallot = {
  strategy: 'rate-limited-ai',
  owner: 'contributor' as DemoPerson,
  sections: {
    falsification:
      'A system that kept within its budget of actions causes harm on a scale that the budget was set to prevent, because few actions were enough.',
    threshold: 'The queue of actions waiting for approval is longer than those who approve can read.',
    overshoot:
      'Approval becomes a reflex, and the pause that was meant for thinking is spent on clicking. A tighter limit makes the queue longer and the reflex stronger.',
  },
  question: 'Shall the entry name harm by few actions as the signal against rate limits?',
  votes: [
    { by: 'contributor' as DemoPerson, choice: 'agree' as const, reason: '' },
    { by: 'contributor2' as DemoPerson, choice: 'agree' as const, reason: 'It attacks the premise and not a detail.' },
    {
      by: 'reviewer' as DemoPerson,
      choice: 'reservations' as const,
      reason: 'I would like “scale” to be given a number in the next version.',
    },
    { by: 'facilitator' as DemoPerson, choice: 'agree' as const, reason: '' },
    { by: 'moderator' as DemoPerson, choice: 'abstain' as const, reason: 'I will be asked to publish it.' },
  ],
  closing: 'Everyone who meant to vote has voted.',
}
