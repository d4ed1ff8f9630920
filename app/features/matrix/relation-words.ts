import type { RelatedPair } from '#domain/relations/relate-pairs.ts'

/** Mark and word of each kind of relation: colour only repeats them. */
export const relationWords: Record<RelatedPair['kind'], { mark: string; word: string }> = {
  conflict: { mark: '✕', word: 'Conflict' },
  complement: { mark: '+', word: 'Complement' },
  twin: { mark: '=', word: 'Twins' },
}
