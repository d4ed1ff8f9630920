import type { Answers } from './answer-line.ts'
import { isAnswered } from './answer-line.ts'
import type { AxisWords, Distance, Placed } from './distance.ts'
import { distances } from './distance.ts'
import type { HeldAnswer } from './questions.ts'
import { heldQuestions } from './questions.ts'

/** Fewer answers could be told apart ([I10]). */
export const smallestGroup = 5

export interface GroupReading {
  /** Lines with at least one answer. */
  n: number
  questions: { id: string; question: string; counts: Record<HeldAnswer, number> }[]
  axes: { id: string; counts: { value: string; n: number }[] }[]
  /** Assumptions that at least one person judged. */
  beliefs: { key: string; hold: number; reject: number }[]
  /** Mean distance of those for whom the strategy could be placed; only strategies placed for a whole group. */
  near: { slug: string; title: string; distance: number; people: number }[]
}

/**
 * What a group answered, as counts ([I10]).
 *
 * @returns null below five answers.
 */
export function readGroup(
  all: readonly Answers[],
  strategies: readonly Placed[],
  axes: readonly AxisWords[],
): GroupReading | null {
  const people = all.filter(isAnswered)
  if (people.length < smallestGroup) return null
  const count = (hit: (one: Answers) => boolean) => people.filter(hit).length
  const keys = [...new Set(people.flatMap(({ beliefs }) => Object.keys(beliefs)))].sort()
  return {
    n: people.length,
    questions: heldQuestions.map(({ id, question }) => ({
      id,
      question,
      counts: {
        bet: count(({ held }) => held[id] === 'bet'),
        unsure: count(({ held }) => held[id] === 'unsure'),
        badge: count(({ held }) => held[id] === 'badge'),
      },
    })),
    axes: axes.map(({ id, values }) => ({
      id,
      counts: values.map((value) => ({ value: value.id, n: count((one) => one.axes[id] === value.id) })),
    })),
    beliefs: keys.map((key) => ({
      key,
      hold: count(({ beliefs }) => beliefs[key] === 'hold'),
      reject: count(({ beliefs }) => beliefs[key] === 'reject'),
    })),
    near: meanDistances(people.map((one) => distances(one, strategies, axes))),
  }
}

function meanDistances(lists: readonly Distance[][]): GroupReading['near'] {
  const sums = new Map<string, { slug: string; title: string; sum: number; people: number }>()
  for (const { slug, title, distance } of lists.flat()) {
    const known = sums.get(slug) ?? { slug, title, sum: 0, people: 0 }
    sums.set(slug, { ...known, sum: known.sum + distance, people: known.people + 1 })
  }
  return [...sums.values()]
    .filter(({ people }) => people >= smallestGroup)
    .map(({ slug, title, sum, people }) => ({ slug, title, distance: sum / people, people }))
    .sort((a, b) => a.distance - b.distance || a.title.localeCompare(b.title, 'en'))
}
