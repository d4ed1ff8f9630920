import type { Side } from '#domain/entries/vocabulary.ts'

/** What each side of the transition is called, as a heading, as a part of a sentence, and what it means. */
export const leverSides: Record<Side, { title: string; phrase: string; why: string }> = {
  'ai-side': {
    title: 'On the AI side',
    phrase: 'on the AI side',
    why: 'These change what AI systems are, what they may do, and who holds them back.',
  },
  'world-side': {
    title: 'On the side of the world',
    phrase: 'on the side of the world',
    why: 'These change institutions and people, whatever AI systems turn out to be.',
  },
  mixed: { title: 'On both sides', phrase: 'on both sides', why: 'These move AI and the world at once.' },
}
