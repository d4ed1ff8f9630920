import { yesCount } from '../tally.ts'
import type { TextRule } from './rule.ts'
import { yesWords } from './share-requirement.ts'

/** [B8] */
export const simpleMajority: TextRule = {
  kind: 'text',
  binding: true,
  id: 'simple-majority',
  version: 1,
  label: 'Simple majority',
  explain: () => 'Adopted when more people vote yes than object. A tie leaves the published version as it is.',
  parameters: [],
  mark: () => 0.5,
  requirements({ tally }) {
    const yes = yesCount(tally)
    const words = `${yesWords(yes, yes + tally.object)}; more yes than no needed.`
    return [{ id: 'share', met: yes > tally.object, words }]
  },
}
