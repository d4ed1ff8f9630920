import type { Lever } from '../../domain/entries/vocabulary.ts'

export type Pull = '+' | '-' | 'neutral'
export const pulls: readonly Pull[] = ['-', 'neutral', '+']

/**
 * Two levers whose signs do not follow their pulls in the atlas that the facts come from; the signs are kept as they
 * stand there, so the name of the pull would say the wrong thing (db/seed/vault/README.md, "YAML files").
 */
const signNotes: Record<string, string> = {
  scope: 'The sign is kept as the original atlas has it. Strategies marked − here narrow what AI may do.',
  substrate: 'The sign is kept as the original atlas has it. Data governance is marked − here although it limits data.',
}

export function signNote(lever: Lever): string | null {
  return signNotes[lever.id] ?? null
}

/** In which direction a lever is pulled: its own word where that word is right, else its sign, in words that cannot be read as a number. */
export function pullWords(lever: Lever, pull: string): string {
  if (pull === 'neutral') return 'Neither way'
  if (pull !== '+' && pull !== '-') return 'Not said'
  const sign = pull === '+' ? '+' : '−'
  if (signNotes[lever.id]) return `Marked ${sign}`
  return `${sign} ${pull === '+' ? lever.positivePull : lever.negativePull}`
}
