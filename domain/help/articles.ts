import type { Block } from '../prose/tree.ts'

export const audiences = ['reader', 'guest', 'contributor', 'reviewer', 'facilitator', 'moderator', 'admin'] as const
export type Audience = (typeof audiences)[number]

export interface Article {
  id: string
  /** What one wants to do, as its heading. */
  title: string
  /** Its first paragraph. */
  summary: string
  for: readonly Audience[]
  order: number
  blocks: readonly Block[]
  /** All its words. */
  text: string
}

/** Something that a search in the help finds. */
export interface Findable {
  title: string
  summary: string
  text: string
}

/**
 * What answers a question best, first. Every word of the question must stand somewhere as the beginning of a word; a
 * word in the title counts eight times, one in the summary three times, one in the text once.
 *
 * @returns none for a question without words.
 */
export function findHelp<T extends Findable>(question: string, all: readonly T[]): T[] {
  const asked = [...new Set(wordsOf(question.slice(0, 200)))]
  if (asked.length === 0) return []
  return all
    .map((one) => ({ one, score: scoreOf(asked, one) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.one.title < b.one.title ? -1 : 1))
    .map(({ one }) => one)
}

function scoreOf(asked: readonly string[], { title, summary, text }: Findable): number {
  const places = [
    { words: wordsOf(title), weight: 8 },
    { words: wordsOf(summary), weight: 3 },
    { words: wordsOf(text), weight: 1 },
  ]
  const scores = asked.map((word) => {
    const found = places.filter(({ words }) => words.some((one) => one.startsWith(word)))
    return found.reduce((sum, { weight }) => sum + weight, 0)
  })
  return scores.some((score) => score === 0) ? 0 : scores.reduce((sum, score) => sum + score, 0)
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
