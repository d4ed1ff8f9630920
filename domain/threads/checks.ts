/** What makes a good falsification signal; members answer each for themselves ([T18]). Guidance, not a gate. */
export const signalChecks = [
  { id: 'observable', question: 'Is it observable?' },
  { id: 'realistic', question: 'Could it realistically happen?' },
  { id: 'accepted', question: 'Would supporters accept it?' },
  { id: 'not-yet', question: 'Is it not already true?' },
  { id: 'bounded', question: 'Is it dated or bounded?' },
] as const
export type CheckId = (typeof signalChecks)[number]['id']

export const checkIds = signalChecks.map(({ id }) => id) as unknown as readonly [CheckId, ...CheckId[]]

export const checkAnswers = ['yes', 'no', 'unsure'] as const
export type CheckAnswer = (typeof checkAnswers)[number]

export const checkAnswerLabels: Record<CheckAnswer, string> = { yes: 'Yes', no: 'No', unsure: 'Unsure' }

/** Must this answer say why ([T18])? */
export function needsWhy(answer: CheckAnswer): boolean {
  return answer === 'no'
}

/** May this person see how others answered a check ([T19])? */
export function showsAnswers(about: { resolved: boolean; answered: boolean }): boolean {
  return about.resolved || about.answered
}
