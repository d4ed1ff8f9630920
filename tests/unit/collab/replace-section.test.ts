import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { sectionRoot } from '../../../collab/doc-shape.ts'
import { readProse, writeProse } from '../../../collab/prose.ts'
import { replaceSection } from '../../../collab/replace-section.ts'
import { normaliseBlocks } from '../../../domain/prose/normalise.ts'
import type { Block, Inline, List, Mark, TextNode } from '../../../domain/prose/tree.ts'
import { plainText } from '../../../domain/prose/tree.ts'
import { headlessSection } from '../../factories/headless-section.ts'

function rootOf(doc: Y.Doc): Y.XmlElement {
  return doc.get(sectionRoot('bet'), Y.XmlElement) as Y.XmlElement
}

function docOf(blocks: Block[]): Y.Doc {
  const doc = new Y.Doc()
  writeProse(rootOf(doc), blocks)
  return doc
}

const p = (...texts: (string | TextNode)[]): Block => ({
  type: 'paragraph',
  children: texts.map((text): Inline => (typeof text === 'string' ? { type: 'text', text } : text)),
})

const word = fc.constantFrom('one', 'two', 'three', 'vier 🙂', '漢字')
const marks = fc.constantFrom<Mark[][]>([], ['bold'], ['bold', 'italic'])
const text: fc.Arbitrary<TextNode> = fc
  .tuple(word, marks)
  .map(([text, marks]): TextNode => (marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text }))
const inline: fc.Arbitrary<Inline[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: text },
    fc.constant<Inline>({ type: 'break' }),
    text.map((child): Inline => ({ type: 'link', url: 'https://example.org/', children: [child] })),
  ),
  { maxLength: 5 },
)
const { list } = fc.letrec<{ list: List }>((tie) => ({
  list: fc.record({
    type: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(
      fc.oneof(
        { depthSize: 'small' },
        inline.map((children) => ({ children })),
        fc.record({ children: inline, list: tie('list') }),
      ),
      { minLength: 1, maxLength: 3 },
    ),
  }),
}))
const block: fc.Arbitrary<Block> = fc.oneof(
  inline.map((children): Block => ({ type: 'paragraph', children })),
  inline.map((children): Block => ({ type: 'heading', level: 2, children })),
  inline.map((children): Block => ({ type: 'quote', children })),
  list,
)
const prose = fc.array(block, { maxLength: 5 })

describe('replacing a section', () => {
  it('[S6] says exactly what was asked for, whatever was there', () => {
    fc.assert(
      fc.property(prose, prose, (before, after) => {
        const doc = docOf(before)
        replaceSection(doc, 'bet', after)
        expect(readProse(rootOf(doc))).toEqual(normaliseBlocks(after))
        const update = Y.encodeStateAsUpdate(doc)
        replaceSection(doc, 'bet', after)
        expect(Y.encodeStateAsUpdate(doc)).toEqual(update)
      }),
      { numRuns: 120 },
    )
  })

  it('[S4] leaves a document that Lexical reads without an error or a change of its own', () => {
    fc.assert(
      fc.property(prose, prose, (before, after) => {
        const doc = docOf(before)
        replaceSection(doc, 'bet', after)
        const update = Y.encodeStateAsUpdate(doc)
        const { errors, close } = headlessSection(doc, 'bet')
        close()
        expect(errors).toEqual([])
        expect(Y.encodeStateAsUpdate(doc)).toEqual(update)
      }),
      { numRuns: 60 },
    )
  })

  it('[S6] keeps what somebody else types in the parts that stay', () => {
    const doc = docOf([p('First.'), p('The middle of the road.'), p('Last.')])
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    const texts = rootOf(other)
      .toArray()
      .map((child) => (child as Y.XmlElement).get(0) as Y.XmlText)
    texts[0]?.insert(5, ' of all')
    texts[1]?.insert(0, 'Here: ')
    texts[2]?.insert(0, 'The ')
    replaceSection(doc, 'bet', [p('First.'), p('The middle of a long road.'), p('Added.'), p('Last.')])
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
    expect(plainText(readProse(rootOf(doc)))).toBe('First of all.\nHere: The middle of a long road.\nAdded.\nThe Last.')
  })

  it('[S6] an empty section keeps a paragraph to stand in', () => {
    const doc = docOf([p('Gone.')])
    replaceSection(doc, 'bet', [])
    expect(rootOf(doc).toString()).toContain('<paragraph>')
    expect(readProse(rootOf(doc))).toEqual([])
  })
})
