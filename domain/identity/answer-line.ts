import type { Belief, WorldAnswers } from './distance.ts'
import type { HeldAnswer } from './questions.ts'
import { heldQuestions } from './questions.ts'

export interface Answers extends WorldAnswers {
  /** By question. */
  held: Readonly<Record<string, HeldAnswer>>
}

/** What can be answered: values by axis, and the keys of all assumptions. */
export interface Answerable {
  axes: ReadonlyMap<string, ReadonlySet<string>>
  assumptions: ReadonlySet<string>
}

const heldAnswers: readonly string[] = ['bet', 'badge', 'unsure']
const beliefs: readonly string[] = ['hold', 'reject']

/** More words than anybody can answer are not read. */
const mostWords = 400

/**
 * Answers out of named values, as a form sends them and a line says them: `lose=bet`, `coercion=market`,
 * `pause~0=hold`. What nobody knows is left out ([I9]).
 */
export function readAnswers(named: Iterable<readonly [string, string]>, { axes, assumptions }: Answerable): Answers {
  const answers = {
    held: {} as Record<string, HeldAnswer>,
    axes: {} as Record<string, string>,
    beliefs: {} as Record<string, Belief>,
  }
  for (const [name, value] of named) {
    if (heldQuestions.some(({ id }) => id === name) && heldAnswers.includes(value))
      answers.held[name] = value as HeldAnswer
    else if (axes.get(name)?.has(value)) answers.axes[name] = value
    else if (assumptions.has(name) && beliefs.includes(value)) answers.beliefs[name] = value as Belief
  }
  return answers
}

/** Answers as one line of words without a name ([I9]); empty where nothing is answered. */
export function answerLine({ held, axes, beliefs: believed }: Answers): string {
  return [held, axes, believed]
    .flatMap((part) => Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
    .map(([name, value]) => `${name}=${value}`)
    .join(' ')
}

/** Reads a line back ([I9]). */
export function parseAnswerLine(line: string, answerable: Answerable): Answers {
  const words = line.trim().split(/\s+/).slice(0, mostWords)
  const named = words.flatMap((word): [string, string][] => {
    const [name = '', value = '', ...rest] = word.split('=')
    return rest.length === 0 && value !== '' ? [[name, value]] : []
  })
  return readAnswers(named, answerable)
}

export function isAnswered({ held, axes, beliefs: believed }: Answers): boolean {
  return [held, axes, believed].some((part) => Object.keys(part).length > 0)
}
