export type HeldAnswer = 'bet' | 'badge' | 'unsure'

export interface HeldQuestion {
  id: string
  question: string
  /** What somebody says who holds the view as a bet. */
  bet: string
  /** What somebody says for whom it has become a badge. */
  badge: string
  /** What to do about an answer that is not `bet`. */
  next: string
}

/** The five questions ([I1]). */
export const heldQuestions: readonly HeldQuestion[] = [
  {
    id: 'lose',
    question: 'What would make you give the view up, and could it happen?',
    bet: 'I can name something that may well be seen within some years.',
    badge: 'Nothing comes to mind, or nothing that could ever be observed.',
    next: 'Write a falsification signal: something that could be seen, by when, and by whom.',
  },
  {
    id: 'other-side',
    question: 'Could you put the best case against it so that its holders would sign it?',
    bet: 'Yes, and I could name somebody who would.',
    badge: 'The other side has no case worth the name.',
    next: 'Write down the strongest objection and let somebody who holds it correct your wording.',
  },
  {
    id: 'cost',
    question: 'What does it cost you if the view is wrong?',
    bet: 'I have something at stake that depends on how things turn out.',
    badge: 'Nothing; if anything, I gain by saying it either way.',
    next: 'Say what you would have to pay, give back or do differently if it failed.',
  },
  {
    id: 'revised',
    question: 'When did you last become less sure of it where others could see?',
    bet: 'I remember the occasion and what caused it.',
    badge: 'I have only ever become surer.',
    next: 'Look for the evidence that has come in since you took the view, and say which way it points.',
  },
  {
    id: 'standing',
    question: 'Do your standing and your friendships hang on the view, or on being right?',
    bet: 'I could change my mind and keep both.',
    badge: 'Changing it would cost me people, work or name.',
    next: 'Ask what you would think if those around you, or those who pay you, held the opposite.',
  },
]

export interface HeldReading {
  answered: number
  bet: number
  badge: number
  unsure: number
  /** Too few answers to say more ([I2]). */
  tooFew: boolean
  /** Questions that were not answered `bet`, with what to do about each. */
  steps: { id: string; question: string; answer: HeldAnswer | null; next: string }[]
}

const fewestAnswers = 3

/** What answers to the five questions say ([I2]). */
export function readHeld(answers: Readonly<Record<string, HeldAnswer>>): HeldReading {
  const of = (answer: HeldAnswer) => heldQuestions.filter(({ id }) => answers[id] === answer).length
  const answered = of('bet') + of('badge') + of('unsure')
  return {
    answered,
    bet: of('bet'),
    badge: of('badge'),
    unsure: of('unsure'),
    tooFew: answered < fewestAnswers,
    steps: heldQuestions
      .filter(({ id }) => answers[id] !== 'bet')
      .map(({ id, question, next }) => ({ id, question, answer: answers[id] ?? null, next })),
  }
}
