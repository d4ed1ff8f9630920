import { joinText } from './join-text.ts'
import { safeUrl } from './safe-url.ts'
import type { Block, BreakNode, Inline, List, TextNode } from './tree.ts'
import { isBlank } from './tree.ts'

/**
 * Puts prose into its one spelling, so that equal text has one hash however it was typed: neighbouring runs with
 * the same marks are one run, a line feed inside a text is a break, links are safe or plain text, and blocks
 * without words are left out.
 */
export function normaliseBlocks(blocks: readonly Block[]): Block[] {
  return blocks.filter((block) => !isBlank([block])).map(normaliseBlock)
}

function normaliseBlock(block: Block): Block {
  return block.type === 'list' ? normaliseList(block) : { ...block, children: normaliseInline(block.children) }
}

function normaliseList(list: List): List {
  const items = list.items
    .filter((item) => !isBlank([{ type: 'paragraph', children: item.children }, ...(item.list ? [item.list] : [])]))
    .map((item) => {
      const children = normaliseInline(item.children)
      return item.list && !isBlank([item.list]) ? { children, list: normaliseList(item.list) } : { children }
    })
  return { type: 'list', ordered: list.ordered, items }
}

/** The same for a run of inline nodes. */
export function normaliseInline(nodes: readonly Inline[]): Inline[] {
  return joinText(
    nodes.flatMap((node): Inline[] => {
      if (node.type !== 'link') return leaves(node)
      const children = joinText(node.children.flatMap(leaves))
      const url = safeUrl(node.url)
      if (url === null) return children
      return children.length > 0 ? [{ type: 'link', url, children }] : []
    }),
  )
}

function leaves(node: TextNode | BreakNode): (TextNode | BreakNode)[] {
  if (node.type === 'break') return [node]
  const marks = [...new Set(node.marks)].sort()
  return node.text.split('\n').flatMap((text, i) => {
    const line: TextNode = marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text }
    return i > 0 ? [{ type: 'break' as const }, line] : [line]
  })
}
