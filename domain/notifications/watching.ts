import type { Volume } from './kinds.ts'
import { volumeWords } from './kinds.ts'

/** What may be chosen on the page of a thing ([I25]): a volume, or nothing but what is addressed to the person. */
export const watchChoices = ['all', 'decisions', 'addressed', 'mute'] as const
export type WatchChoice = (typeof watchChoices)[number]

export const watchWords: Record<WatchChoice, { name: string; means: string }> = {
  all: { name: volumeWords.all, means: 'whatever is said and done here' },
  decisions: { name: volumeWords.decisions, means: 'what is decided, and what is addressed to you' },
  addressed: { name: 'Only what is addressed to you', means: 'replies, mentions, duties' },
  mute: { name: volumeWords.mute, means: 'duties only' },
}

/** The choice that stands, from the volume that is kept. */
export function choiceOf(volume: Volume | null): WatchChoice {
  return volume ?? 'addressed'
}
