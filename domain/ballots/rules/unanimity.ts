import { yesCount } from '../tally.ts'
import type { TextRule } from './rule.ts'

/** [B24] */
export const unanimity: TextRule = {
  kind: 'text',
  binding: true,
  id: 'unanimity',
  version: 1,
  label: 'Unanimity',
  explain: () =>
    'Adopted when at least one person votes yes and nobody objects with their vote. One objecting paper rejects the text. Abstentions stand in nobody’s way.',
  parameters: [],
  mark: () => 1,
  requirements: ({ tally: { object, ...rest } }) => {
    const yes = yesCount({ ...rest, object })
    return [{ id: 'share', met: yes > 0 && object === 0, words: unanimityWords(yes, object) }]
  },
}

function unanimityWords(yes: number, object: number): string {
  if (object > 0) return `${object} ${object === 1 ? 'paper objects' : 'papers object'}; none may.`
  return yes === 0
    ? 'Nobody voted yes; one yes is needed, and no objecting paper.'
    : `${yes} voted yes, and nobody objects.`
}
