import { expect, it } from 'vitest'
import { normaliseBlocks } from '../../domain/prose/normalise.ts'
import type { Block } from '../../domain/prose/tree.ts'

it('[M10] prose has one spelling', () => {
  const typed: Block[] = [
    { type: 'paragraph', children: [] },
    {
      type: 'paragraph',
      children: [
        { type: 'text', text: 'Time ', marks: ['italic', 'bold', 'bold'] },
        { type: 'text', text: 'is', marks: ['bold', 'italic'] },
        { type: 'text', text: '' },
        { type: 'text', text: ' short\nand precious' },
        { type: 'link', url: 'javascript:alert(1)', children: [{ type: 'text', text: '.' }] },
        { type: 'link', url: 'https://example.org', children: [{ type: 'text', text: '' }] },
      ],
    },
    {
      type: 'list',
      ordered: false,
      items: [
        { children: [] },
        { children: [{ type: 'text', text: 'one' }], list: { type: 'list', ordered: true, items: [] } },
      ],
    },
  ]
  const spelled: Block[] = [
    {
      type: 'paragraph',
      children: [
        { type: 'text', text: 'Time is', marks: ['bold', 'italic'] },
        { type: 'text', text: ' short' },
        { type: 'break' },
        { type: 'text', text: 'and precious.' },
      ],
    },
    { type: 'list', ordered: false, items: [{ children: [{ type: 'text', text: 'one' }] }] },
  ]
  expect(normaliseBlocks(typed)).toEqual(spelled)
  expect(normaliseBlocks(spelled)).toEqual(spelled)
})
