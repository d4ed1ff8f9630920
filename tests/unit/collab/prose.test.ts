import { $createLinkNode } from '@lexical/link'
import { $createListItemNode, $createListNode } from '@lexical/list'
import { $createHeadingNode, $createQuoteNode } from '@lexical/rich-text'
import type { SerializedEditorState, SerializedLexicalNode } from 'lexical'
import { $createLineBreakNode, $createParagraphNode, $createTextNode, $getRoot } from 'lexical'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { sectionRoot, seedUpdate } from '../../../collab/doc-shape.ts'
import { readProse, writeProse } from '../../../collab/prose.ts'
import type { Block } from '../../../domain/prose/tree.ts'
import { sampleContent } from '../../factories/draft-world.ts'
import { headlessSection } from '../../factories/headless-section.ts'

const everything: Block[] = [
  {
    type: 'paragraph',
    children: [
      { type: 'text', text: 'plain ' },
      { type: 'text', text: 'bold', marks: ['bold'] },
      { type: 'text', text: 'both', marks: ['bold', 'italic'] },
      { type: 'break' },
      { type: 'text', text: 'gone', marks: ['strikethrough'] },
      { type: 'text', text: 'x = 1', marks: ['code'] },
      { type: 'link', url: 'https://example.org/', children: [{ type: 'text', text: 'site' }] },
      { type: 'text', text: ' end' },
    ],
  },
  { type: 'heading', level: 2, children: [{ type: 'text', text: 'Head' }] },
  { type: 'heading', level: 3, children: [{ type: 'text', text: 'Smaller' }] },
  { type: 'quote', children: [{ type: 'text', text: 'Quoted' }] },
  {
    type: 'list',
    ordered: false,
    items: [
      { children: [{ type: 'text', text: 'one' }] },
      {
        children: [{ type: 'text', text: 'two' }],
        list: { type: 'list', ordered: true, items: [{ children: [{ type: 'text', text: 'nested' }] }] },
      },
      { children: [{ type: 'text', text: 'three' }] },
    ],
  },
  { type: 'list', ordered: true, items: [{ children: [{ type: 'text', text: 'first' }] }] },
]

function rootOf(doc: Y.Doc): Y.XmlElement {
  return doc.get(sectionRoot('bet'), Y.XmlElement) as Y.XmlElement
}

interface Node extends SerializedLexicalNode {
  children?: Node[]
  text?: string
  format?: number | string
  tag?: string
  listType?: string
  value?: number
  url?: string
}

/** An editor's state as lines, one per node. */
function outline(state: SerializedEditorState): string[] {
  const lines: string[] = []
  const visit = (node: Node, depth: number) => {
    const facts = [node.type, node.tag, node.listType, node.url, node.text && `"${node.text}" ${node.format}`]
    lines.push(
      `${'  '.repeat(depth)}${facts.filter(Boolean).join(' ')}${node.type === 'listitem' ? ` ${node.value}` : ''}`,
    )
    for (const child of node.children ?? []) visit(child, depth + 1)
  }
  for (const child of (state.root as Node).children ?? []) visit(child, 0)
  return lines
}

describe('prose in the shared document', () => {
  it('[S4] reads what it wrote', () => {
    const doc = new Y.Doc()
    writeProse(rootOf(doc), everything)
    expect(readProse(rootOf(doc))).toEqual(everything)
  })

  it('[S4] is read by Lexical as it was written, and left alone', () => {
    const doc = new Y.Doc()
    writeProse(rootOf(doc), everything)
    const before = Y.encodeStateAsUpdate(doc)
    const { editor, errors, close } = headlessSection(doc, 'bet')
    expect(errors).toEqual([])
    expect(outline(editor.getEditorState().toJSON())).toEqual([
      'paragraph',
      '  text "plain " 0',
      '  text "bold" 1',
      '  text "both" 3',
      '  linebreak',
      '  text "gone" 4',
      '  text "x = 1" 16',
      '  link https://example.org/',
      '    text "site" 0',
      '  text " end" 0',
      'heading h2',
      '  text "Head" 0',
      'heading h3',
      '  text "Smaller" 0',
      'quote',
      '  text "Quoted" 0',
      'list ul bullet',
      '  listitem 1',
      '    text "one" 0',
      '  listitem 2',
      '    text "two" 0',
      '  listitem 3',
      '    list ol number',
      '      listitem 1',
      '        text "nested" 0',
      '  listitem 3',
      '    text "three" 0',
      'list ol number',
      '  listitem 1',
      '    text "first" 0',
    ])
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
    close()
  })

  it('[S4] reads what Lexical writes', () => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, seedUpdate({ ...sampleContent, sections: {} }))
    const { editor, errors, close } = headlessSection(doc, 'bet')
    editor.update(
      () => {
        const bold = $createTextNode('bold').toggleFormat('bold')
        const both = $createTextNode('both').toggleFormat('bold').toggleFormat('italic')
        const gone = $createTextNode('gone').toggleFormat('strikethrough')
        const code = $createTextNode('x = 1').toggleFormat('code')
        const link = $createLinkNode('https://example.org/').append($createTextNode('site'))
        const inner = $createListNode('number').append($createListItemNode().append($createTextNode('nested')))
        $getRoot()
          .clear()
          .append(
            $createParagraphNode().append(
              $createTextNode('plain '),
              bold,
              both,
              $createLineBreakNode(),
              gone,
              code,
              link,
              $createTextNode(' end'),
            ),
            $createHeadingNode('h2').append($createTextNode('Head')),
            $createHeadingNode('h3').append($createTextNode('Smaller')),
            $createQuoteNode().append($createTextNode('Quoted')),
            $createListNode('bullet').append(
              $createListItemNode().append($createTextNode('one')),
              $createListItemNode().append($createTextNode('two')),
              $createListItemNode().append(inner),
              $createListItemNode().append($createTextNode('three')),
            ),
            $createListNode('number').append($createListItemNode().append($createTextNode('first'))),
            $createParagraphNode(),
          )
      },
      { discrete: true },
    )
    expect(errors).toEqual([])
    expect(readProse(rootOf(doc))).toEqual(everything)
    close()
  })

  it('[S5] passes over nodes, marks and addresses that the atlas does not know', () => {
    const doc = new Y.Doc()
    const root = rootOf(doc)
    writeProse(root, [
      {
        type: 'paragraph',
        children: [{ type: 'link', url: 'javascript:alert(1)', children: [{ type: 'text', text: 'press' }] }],
      },
    ])
    root.insert(1, [new Y.XmlElement('script'), new Y.XmlElement('paragraph')])
    const odd = new Y.XmlElement('paragraph')
    root.insert(3, [odd])
    const text = new Y.XmlText()
    odd.insert(0, [text])
    text.insert(0, 'underlined', { p: { __format: 8 } })
    expect(readProse(root)).toEqual([
      { type: 'paragraph', children: [{ type: 'text', text: 'press' }] },
      { type: 'paragraph', children: [{ type: 'text', text: 'underlined' }] },
    ])
  })
})
