import fc from 'fast-check'
import type { LexicalEditor } from 'lexical'
import { $createParagraphNode, $createTextNode, $getRoot, $isElementNode, $isTextNode } from 'lexical'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { wellFormed } from '../../../app/editor/whole-characters.ts'
import { sectionRoot, seedUpdate } from '../../../collab/doc-shape.ts'
import { sampleContent } from '../../factories/draft-world.ts'
import { headlessSection } from '../../factories/headless-section.ts'

/** All begin with the same code unit; the last two end with the same as well. */
const alike = ['😀', '😁', '🙂', '👩', '👩‍🚀', '\u{1F9E0}', 'a', '\u{1FA00}', '\u{1F600}', '\u{1FE00}']

/** Makes the first paragraph say `text`, with the caret after the first `caret` units. */
function say(editor: LexicalEditor, text: string, caret: number): void {
  editor.update(
    () => {
      const paragraph = $getRoot().getFirstChild()
      const node = $isElementNode(paragraph) ? paragraph.getFirstChild() : null
      if ($isTextNode(node)) node.setTextContent(text).select(caret, caret)
      else
        $getRoot()
          .clear()
          .append($createParagraphNode().append($createTextNode(text)))
    },
    { discrete: true },
  )
}

function textOf(doc: Y.Doc): string {
  return (doc.get(sectionRoot('bet'), Y.XmlElement) as Y.XmlElement).toString().replace(/<[^>]*>/g, '')
}

function pair() {
  const [mine, theirs] = [new Y.Doc(), new Y.Doc()]
  for (const doc of [mine, theirs]) Y.applyUpdate(doc, seedUpdate({ ...sampleContent, sections: {} }))
  mine.on('update', (update: Uint8Array) => Y.applyUpdate(theirs, update))
  return { mine, theirs, section: headlessSection(mine, 'bet') }
}

it.each([
  ['typed before one that begins alike', '😀', '😁😀', 2],
  ['typed after one', '😀', '😀😁', 4],
  ['replaced by one that begins alike', '😀', '😁', 2],
  ['replaced by one that ends alike', '\u{1F600}', '\u{1FA00}', 2],
  ['taken away before one that begins alike', '😁😀', '😀', 0],
  ['of several', 'a😁👩‍🚀b', 'a👩😁b', 3],
])('a character %s is whole for everybody', (_name, before, after, caret) => {
  const { mine, theirs, section } = pair()
  say(section.editor, before, before.length)
  say(section.editor, after, caret)
  expect(textOf(mine)).toBe(after)
  expect(textOf(theirs)).toBe(after)
  section.close()
})

it('[W5] whatever is typed, both documents say it', () => {
  const texts = fc.array(fc.constantFrom(...alike), { maxLength: 6 }).map((signs) => signs.join(''))
  fc.assert(
    fc.property(fc.array(fc.tuple(texts, fc.nat(12)), { minLength: 1, maxLength: 8 }), (said) => {
      const { mine, theirs, section } = pair()
      for (const [text, caret] of said) {
        say(section.editor, `.${text}`, Math.min(caret, text.length + 1))
        expect(textOf(mine)).toBe(`.${text}`)
        expect(textOf(theirs)).toBe(`.${text}`)
      }
      section.close()
    }),
    { numRuns: 200 },
  )
})

it('half a character becomes the same sign here and there', () => {
  const { mine, theirs, section } = pair()
  say(section.editor, 'a', 1)
  say(section.editor, 'a\uD83D', 2)
  expect(textOf(mine)).toBe('a\uFFFD')
  expect(textOf(theirs)).toBe('a\uFFFD')
  say(section.editor, 'a😀', 3)
  expect(textOf(theirs)).toBe('a😀')
  section.close()
})

it('leaves whole characters alone', () => {
  expect(wellFormed('e\u0301 漢字 👩‍🚀 “so”')).toBe('e\u0301 漢字 👩‍🚀 “so”')
  expect(wellFormed('\uDE00a\uD83D')).toBe('\uFFFDa\uFFFD')
})
