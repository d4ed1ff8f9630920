import type { BallotOption, Marks } from './ballot.ts'
import type { OptionsRuleId } from './marks.ts'
import { listed, quoted } from './options.ts'

/** What a paper's marks say, in plain words, as in "1. “A”, 2. “B” and “C”, the others last". */
export function marksWords(rule: OptionsRuleId, options: readonly BallotOption[], marks: Marks): string {
  const marked = options.filter(({ id }) => marks[id] !== undefined)
  const rest = marked.length < options.length
  const names = (some: readonly BallotOption[]) => listed(some.map(({ id }) => quoted(options, id)))
  if (rule === 'approval') return `Approves of ${names(marked)}`
  if (rule === 'score') {
    const scores = marked.map(({ id }) => `${quoted(options, id)} ${marks[id]}`)
    return `${scores.join(', ')}${rest ? ', the others 0' : ''}`
  }
  const ranks = [...new Set(marked.map(({ id }) => marks[id] ?? 0))].sort((a, b) => a - b)
  const places = ranks.map((rank, i) => `${i + 1}. ${names(marked.filter(({ id }) => marks[id] === rank))}`)
  return `${places.join(', ')}${rest ? ', the others last' : ''}`
}
