import { $createLinkNode, $toggleLink } from '@lexical/link'
import { $createListItemNode, $createListNode, $insertList, $removeList } from '@lexical/list'
import { $createHeadingNode, $createQuoteNode } from '@lexical/rich-text'
import { $setBlocksType } from '@lexical/selection'
import type { LexicalEditor, LexicalNode, RangeSelection } from 'lexical'
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createRangeSelection,
  $createTabNode,
  $createTextNode,
  $getRoot,
  $isElementNode,
  $isTextNode,
  $setSelection,
  INDENT_CONTENT_COMMAND,
  OUTDENT_CONTENT_COMMAND,
} from 'lexical'
import type { Random } from './random.ts'
import { pick, upTo } from './random.ts'

const words = ['word', 'treaty', 'naïve', '漢字', '🙂', '👩‍🚀', 'e\u0301', 'and', '“so”', 'x']

function $randomSelection(random: Random, widest: number): RangeSelection {
  const leaves: LexicalNode[] = []
  const visit = (node: LexicalNode) => {
    if ($isElementNode(node) && node.getChildrenSize() > 0) for (const child of node.getChildren()) visit(child)
    else leaves.push(node)
  }
  visit($getRoot())
  const selection = $createRangeSelection()
  const start = upTo(random, leaves.length)
  const end = Math.min(leaves.length - 1, start + upTo(random, widest + 1))
  for (const [point, index] of [
    ['anchor', start],
    ['focus', end],
  ] as const) {
    const leaf = leaves[index]
    if (!leaf) continue
    if ($isTextNode(leaf)) selection[point].set(leaf.getKey(), caretIn(leaf.getTextContent(), random), 'text')
    else if ($isElementNode(leaf)) selection[point].set(leaf.getKey(), 0, 'element')
    else selection[point].set(leaf.getParentOrThrow().getKey(), leaf.getIndexWithinParent(), 'element')
  }
  $setSelection(selection)
  return selection
}

/** Carets never stand inside a character. */
function caretIn(text: string, random: Random): number {
  const at = upTo(random, text.length + 1)
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at
}

/** What comes from a clipboard: blocks of every kind, marked text, links, nested lists. */
function $pasted(random: Random): LexicalNode[] {
  const $text = () => {
    const text = $createTextNode(`${pick(random, words)} ${pick(random, words)} `)
    for (const format of ['bold', 'italic', 'strikethrough', 'code'] as const) {
      if (random() < 0.2) text.toggleFormat(format)
    }
    return text
  }
  const $inlines = () => [
    $text(),
    ...(random() < 0.3 ? [$createLineBreakNode()] : []),
    ...(random() < 0.3 ? [$createLinkNode('https://example.org/a').append($text())] : []),
    $text(),
  ]
  const $items = (depth: number): LexicalNode[] => [
    $createListItemNode().append(...$inlines()),
    ...(depth > 0 ? [$createListItemNode().append($createListNode('bullet').append(...$items(depth - 1)))] : []),
    $createListItemNode().append($text()),
  ]
  const kinds = [
    () => $createParagraphNode().append(...$inlines()),
    () => $createHeadingNode(pick(random, ['h1', 'h2', 'h3', 'h4'])).append($text()),
    () => $createQuoteNode().append(...$inlines()),
    () => $createListNode(pick(random, ['bullet', 'number', 'check'])).append(...$items(upTo(random, 3))),
  ]
  return Array.from({ length: 1 + upTo(random, 4) }, () => pick(random, kinds)())
}

type Operation = (random: Random) => void

const operations: Record<string, Operation> = {
  remove: (random) => $randomSelection(random, 2).removeText(),
  removeMuch: (random) => $randomSelection(random, 8).removeText(),
  replace: (random) => $randomSelection(random, 2).insertText(pick(random, words)),
  split: (random) => void $randomSelection(random, 0).insertParagraph(),
  break: (random) => $randomSelection(random, 0).insertLineBreak(),
  tab: (random) => $randomSelection(random, 0).insertNodes([$createTabNode()]),
  mark: (random) => $randomSelection(random, 3).formatText(pick(random, ['bold', 'italic', 'strikethrough', 'code'])),
  heading: (random) =>
    $setBlocksType($randomSelection(random, 3), () => $createHeadingNode(pick(random, ['h2', 'h3']))),
  quote: (random) => $setBlocksType($randomSelection(random, 2), () => $createQuoteNode()),
  paragraph: (random) => $setBlocksType($randomSelection(random, 3), () => $createParagraphNode()),
  list(random) {
    $randomSelection(random, 4)
    $insertList(pick(random, ['bullet', 'number']))
  },
  unlist(random) {
    $randomSelection(random, 2)
    $removeList()
  },
  link(random) {
    $randomSelection(random, 1)
    $toggleLink(random() < 0.7 ? 'https://example.org/page' : null)
  },
  paste: (random) => $randomSelection(random, 1).insertNodes($pasted(random)),
  move() {
    const blocks = $getRoot().getChildren()
    const last = blocks.at(-1)
    if (blocks.length > 1) blocks[0]?.insertBefore(last as LexicalNode)
  },
}

const names = Object.keys(operations)

/**
 * One thing that a person does in an editor. Typing is a few words, letter by letter.
 *
 * @param pastes whether things are pasted.
 * @returns how many changes of the editor it was.
 */
export function operate(editor: LexicalEditor, random: Random, pastes: boolean): number {
  const update = (change: () => void) => editor.update(change, { discrete: true })
  const dice = random()
  if (dice < 0.55) {
    const letters = Array.from({ length: 1 + upTo(random, 4) }, () => [...`${pick(random, words)} `]).flat()
    let selection: RangeSelection | undefined
    for (const letter of letters) {
      update(() => {
        selection = selection?.clone() ?? $randomSelection(random, 0)
        $setSelection(selection)
        selection.insertText(letter)
      })
    }
    return letters.length
  }
  if (dice < 0.6) {
    update(() => void $randomSelection(random, 2))
    editor.dispatchCommand(pick(random, [INDENT_CONTENT_COMMAND, OUTDENT_CONTENT_COMMAND]), undefined)
    update(() => undefined)
    return 1
  }
  const operation = operations[pick(random, pastes ? names : names.filter((name) => name !== 'paste'))]
  update(() => operation?.(random))
  return 1
}
