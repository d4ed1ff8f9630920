import { LinkNode } from '@lexical/link'
import { $isListNode, ListItemNode, ListNode } from '@lexical/list'
import { $createHeadingNode, HeadingNode, QuoteNode } from '@lexical/rich-text'
import type { ElementNode, LexicalEditor, TextFormatType } from 'lexical'
import {
  $createLineBreakNode,
  $createParagraphNode,
  $isElementNode,
  COMMAND_PRIORITY_CRITICAL,
  FORMAT_ELEMENT_COMMAND,
  FORMAT_TEXT_COMMAND,
  ParagraphNode,
  TextNode,
} from 'lexical'
import { safeUrl } from '#domain/prose/safe-url.ts'

/** The node types of our prose tree (domain/prose/tree.ts), and no others. */
export const proseNodes = [HeadingNode, QuoteNode, ListNode, ListItemNode, LinkNode]

const allowedFormats = new Set<TextFormatType>(['bold', 'italic', 'strikethrough', 'code'])
/** Lexical's bits of bold, italic, strikethrough and code. */
const allowedBits = 1 | 2 | 4 | 16

/**
 * Keeps what is typed, pasted or dropped within our prose tree: other headings, marks, alignments and addresses are
 * reduced to what the tree can hold, never dropped with their words.
 *
 * @param headings whether the section may have headings.
 * @returns a function that stops it.
 */
export function keepToTree(editor: LexicalEditor, headings: boolean): () => void {
  const stops = [
    editor.registerCommand(FORMAT_TEXT_COMMAND, (format) => !allowedFormats.has(format), COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(FORMAT_ELEMENT_COMMAND, () => true, COMMAND_PRIORITY_CRITICAL),
    editor.registerNodeTransform(TextNode, (node) => {
      const format = node.getFormat()
      if ((format & allowedBits) !== format) node.setFormat(format & allowedBits)
      if (node.getStyle() !== '') node.setStyle('')
    }),
    editor.registerNodeTransform(ParagraphNode, (node) => {
      flatten(node)
      if (node.getFormatType() !== '') node.setFormat('')
      if (node.getIndent() !== 0) node.setIndent(0)
    }),
    editor.registerNodeTransform(QuoteNode, flatten),
    editor.registerNodeTransform(ListItemNode, flatten),
    editor.registerNodeTransform(HeadingNode, (node) => {
      flatten(node)
      const tag = node.getTag()
      if (!headings) node.replace($createParagraphNode(), true)
      else if (tag === 'h1') node.replace($createHeadingNode('h2'), true)
      else if (tag !== 'h2' && tag !== 'h3') node.replace($createHeadingNode('h3'), true)
    }),
    editor.registerNodeTransform(ListNode, (node) => {
      if (node.getListType() === 'check') node.setListType('bullet')
    }),
    editor.registerNodeTransform(LinkNode, (node) => {
      flatten(node)
      const url = safeUrl(node.getURL())
      if (url === null) unwrap(node)
      else {
        if (url !== node.getURL()) node.setURL(url)
        if (node.getTarget() !== null) node.setTarget(null)
        if (node.getRel() !== null) node.setRel(null)
        if (node.getTitle() !== null) node.setTitle(null)
      }
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

/** Blocks inside a block, and links inside a link, become its own text, each on a line of its own. */
function flatten(block: ElementNode): void {
  for (const child of block.getChildren()) {
    if (!$isElementNode(child) || isAtHome(child, block)) continue
    if (!child.isInline() && child.getPreviousSibling() !== null) child.insertBefore($createLineBreakNode())
    for (const inner of child.getChildren()) child.insertBefore(inner)
    child.remove()
  }
}

function isAtHome(child: ElementNode, block: ElementNode): boolean {
  if ($isListNode(child)) return block instanceof ListItemNode
  return child.isInline() && !(block instanceof LinkNode)
}

function unwrap(link: LinkNode): void {
  for (const child of link.getChildren()) link.insertBefore(child)
  link.remove()
}
