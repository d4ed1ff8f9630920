import { $toggleLink } from '@lexical/link'
import { $insertList, $removeList, registerList } from '@lexical/list'
import { $createHeadingNode, $createQuoteNode, registerRichText } from '@lexical/rich-text'
import { $setBlocksType } from '@lexical/selection'
import type { LexicalNode, RangeSelection } from 'lexical'
import {
  $createParagraphNode,
  $createRangeSelection,
  $createTabNode,
  $getRoot,
  $isElementNode,
  $isTextNode,
  $setSelection,
  INDENT_CONTENT_COMMAND,
  OUTDENT_CONTENT_COMMAND,
} from 'lexical'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { readContent, sectionRoot, seedUpdate } from '../../collab/doc-shape.ts'
import { judgeUpdate } from '../../server/collab/admission.ts'
import { sampleContent } from '../factories/draft-world.ts'
import { headlessSection } from '../factories/headless-section.ts'

const steps = Number(process.env.FUZZ_EDITS ?? 600)

/** Numbers that are the same in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Random = () => number
const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T

function $randomSelection(random: Random): RangeSelection {
  const leaves: LexicalNode[] = []
  const visit = (node: LexicalNode) => {
    if ($isElementNode(node) && node.getChildrenSize() > 0) for (const child of node.getChildren()) visit(child)
    else leaves.push(node)
  }
  visit($getRoot())
  const selection = $createRangeSelection()
  const start = Math.floor(random() * leaves.length)
  const end = random() < 0.6 ? start : Math.min(leaves.length - 1, start + Math.floor(random() * 3))
  for (const [point, index] of [
    ['anchor', start],
    ['focus', end],
  ] as const) {
    const leaf = leaves[index]
    if (!leaf) continue
    if ($isTextNode(leaf))
      selection[point].set(leaf.getKey(), Math.floor(random() * (leaf.getTextContentSize() + 1)), 'text')
    else if ($isElementNode(leaf)) selection[point].set(leaf.getKey(), 0, 'element')
    else selection[point].set(leaf.getParentOrThrow().getKey(), leaf.getIndexWithinParent(), 'element')
  }
  $setSelection(selection)
  return selection
}

const operations: Record<string, (selection: RangeSelection, random: Random) => void> = {
  type: (selection, random) => selection.insertText(pick(random, ['word ', 'x', '漢字', '🙂', ' and '])),
  more: (selection, random) => selection.insertText(pick(random, ['alpha ', 'beta ', 'gamma. '])),
  remove: (selection) => selection.removeText(),
  split: (selection) => void selection.insertParagraph(),
  break: (selection) => selection.insertLineBreak(),
  tab: (selection) => selection.insertNodes([$createTabNode()]),
  bold: (selection, random) => selection.formatText(pick(random, ['bold', 'italic', 'strikethrough', 'code'])),
  heading: (selection, random) => $setBlocksType(selection, () => $createHeadingNode(pick(random, ['h2', 'h3']))),
  quote: (selection) => $setBlocksType(selection, () => $createQuoteNode()),
  paragraph: (selection) => $setBlocksType(selection, () => $createParagraphNode()),
  list: (_selection, random) => $insertList(pick(random, ['bullet', 'number'])),
  unlist: () => $removeList(),
  link: (_selection, random) => $toggleLink(random() < 0.7 ? 'https://example.org/page' : null),
}

it(`[A6] refuses no genuine edit (${steps} edits by two editors)`, { timeout: 60_000 + steps * 50 }, () => {
  const random = seeded(20_261_124)
  const server = new Y.Doc()
  Y.applyUpdate(server, seedUpdate(sampleContent))
  const owners = new Map([[1, 'server']])
  const refused: string[] = []
  let judged = 0

  const people = ['ada', 'ben'].map((name) => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(server))
    const section = headlessSection(doc, 'bet')
    registerRichText(section.editor)
    registerList(section.editor)
    const undo = new Y.UndoManager(doc.get(sectionRoot('bet'), Y.XmlElement), {
      trackedOrigins: new Set([section.binding]),
      captureTimeout: 0,
    })
    const outbox: Uint8Array[] = []
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'remote') outbox.push(update)
    })
    return { name, doc, section, undo, outbox }
  })

  function deliver(): void {
    for (const { name, outbox } of people) {
      for (const update of outbox.splice(0)) {
        const verdict = judgeUpdate({ doc: server, kind: 'strategy', clients: owners }, update, {
          actorId: name,
          mayRemoveMuch: true,
        })
        judged += 1
        if (!verdict.admitted) {
          refused.push(`${verdict.why}: ${verdict.detail}`)
          continue
        }
        for (const client of verdict.newClients) owners.set(client, name)
        Y.applyUpdate(server, update)
        for (const other of people) if (other.name !== name) Y.applyUpdate(other.doc, update, 'remote')
      }
    }
  }

  for (let i = 0; i < steps; i += 1) {
    const { section, undo } = pick(random, people)
    const dice = random()
    if (dice < 0.06) undo.undo()
    else if (dice < 0.09) undo.redo()
    else if (dice < 0.15) {
      section.editor.update(() => void $randomSelection(random), { discrete: true })
      section.editor.dispatchCommand(pick(random, [INDENT_CONTENT_COMMAND, OUTDENT_CONTENT_COMMAND]), undefined)
      section.editor.update(() => undefined, { discrete: true })
    } else {
      const operate = operations[pick(random, Object.keys(operations))]
      section.editor.update(() => operate?.($randomSelection(random), random), { discrete: true })
    }
    if (random() < 0.3) deliver()
  }
  deliver()
  expect(refused).toEqual([])
  expect(judged).toBeGreaterThan(steps / 2)
  for (const { doc } of people) expect(readContent(doc, 'strategy')).toEqual(readContent(server, 'strategy'))
})
