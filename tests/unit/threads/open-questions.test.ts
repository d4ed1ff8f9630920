import { expect, test } from 'vitest'
import type { EntryContent } from '../../../domain/entries/kinds.ts'
import { markdownToBlocks } from '../../../domain/prose/markdown.ts'
import { openQuestions } from '../../../domain/threads/open-questions.ts'

const content = (sections: Record<string, string>): EntryContent => ({
  kind: 'concept',
  schema: 1,
  title: 'Any',
  fields: {},
  declarations: [],
  sections: Object.fromEntries(Object.entries(sections).map(([id, text]) => [id, markdownToBlocks(text)])),
})
const wordsOf = (kind: 'concept' | 'person' | 'strategy', sections: Record<string, string>) =>
  openQuestions(kind, content(sections)).map(({ words }) => words)

test('[T20] takes the points under a heading that ends in “questions”, up to the next heading', () => {
  const body = `## The idea

- not a question

## Open questions

- First?
- Second?
- First?

### Further

- Third?

## Sources

- neither this`
  expect(openQuestions('concept', content({ body }))).toEqual(
    ['First?', 'Second?', 'Third?'].map((words) => ({ words, place: 'section/body' })),
  )
  expect(wordsOf('person', { body: '## Questions\n\n1. One?' })).toEqual(['One?'])
  expect(wordsOf('concept', { body: '## Questioned by many\n\n- No' })).toEqual([])
})

test('[T20] takes the paragraphs where there is no list', () => {
  expect(wordsOf('concept', { body: '## Risks and open questions\n\nWho pays?\n\nWho answers?' })).toEqual([
    'Who pays?',
    'Who answers?',
  ])
})

test('[T20] a strategy has hearings instead', () => {
  expect(wordsOf('strategy', { bet: '## Open questions\n\n- Any?' })).toEqual([])
})

test('[T20] a question is as long as a title at most', () => {
  const [only] = wordsOf('concept', { body: `## Questions\n\n- ${'long '.repeat(100)}` })
  expect(only?.length).toBeLessThanOrEqual(200)
  expect(only).toMatch(/…$/)
})
