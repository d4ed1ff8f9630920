import type { TextRule } from './rule.ts'

/** [B25] */
export const senseCheck: TextRule = {
  kind: 'text',
  binding: false,
  id: 'sense-check',
  version: 1,
  label: 'Sense check',
  explain: () =>
    'Decides nothing. It shows where people lean, the draft stays as it is and can be written on, and no objection comes of it.',
  parameters: [],
  mark: () => 0.5,
  requirements: () => [],
}
