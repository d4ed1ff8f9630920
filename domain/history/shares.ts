import type { Block, Inline, List, TextNode } from '../prose/tree.ts'
import type { Author } from './returned.ts'

export interface AuthoredTextNode extends TextNode {
  by: Author
}

/** Prose whose text nodes are all `AuthoredTextNode`s. */
export interface AuthoredSection {
  id: string
  label: string
  blocks: Block[]
}

export interface AuthoredField {
  /** As in the document's fields map. */
  key: string
  value: unknown
  by: Author
}

/** The author of a text node of authored prose; undefined for prose without authors. */
export function authorOf(node: TextNode): Author | undefined {
  return 'by' in node && (node.by === null || typeof node.by === 'string') ? node.by : undefined
}

/** How many characters of a text each author wrote (history SPEC [H11]); `null` stands for words it began with. */
export function countCharacters(
  sections: readonly AuthoredSection[],
  fields: readonly AuthoredField[],
): Map<Author, number> {
  const counts = new Map<Author, number>()
  const add = (by: Author, n: number) => counts.set(by, (counts.get(by) ?? 0) + n)
  for (const node of sections.flatMap(({ blocks }) => blocks.flatMap(textNodes))) {
    const by = authorOf(node)
    if (by !== undefined) add(by, characters(node.text))
  }
  for (const { value, by } of fields) if (value !== '' && value !== false) add(by, Math.max(1, weight(value)))
  return counts
}

/** What counts of a field: the characters of every text in it. Its own order number is not text. */
function weight(value: unknown): number {
  if (typeof value === 'string') return characters(value)
  if (Array.isArray(value)) return value.reduce<number>((sum, member) => sum + weight(member), 0)
  if (typeof value === 'object' && value !== null) return weight(Object.values(value))
  return 0
}

function characters(text: string): number {
  return [...text].length
}

function textNodes(block: Block): TextNode[] {
  return block.type === 'list' ? listNodes(block) : inlineNodes(block.children)
}

function listNodes(list: List): TextNode[] {
  return list.items.flatMap((item) => [...inlineNodes(item.children), ...(item.list ? listNodes(item.list) : [])])
}

function inlineNodes(nodes: readonly Inline[]): TextNode[] {
  return nodes.flatMap((node) =>
    node.type === 'text' ? [node] : node.type === 'link' ? inlineNodes(node.children) : [],
  )
}

/**
 * Whole percentages that add up to 100, by the largest remainder; equal remainders in the order given. All zero for
 * nothing at all.
 */
export function percentages(counts: readonly number[]): number[] {
  const total = counts.reduce((sum, n) => sum + n, 0)
  if (total === 0) return counts.map(() => 0)
  const exact = counts.map((n) => (n / total) * 100)
  const whole = exact.map(Math.floor)
  let left = 100 - whole.reduce((sum, n) => sum + n, 0)
  const order = exact.map((n, i) => ({ i, rest: n - Math.floor(n) })).sort((a, b) => b.rest - a.rest || a.i - b.i)
  for (const { i } of order) {
    if (left <= 0) break
    whole[i] = (whole[i] ?? 0) + 1
    left -= 1
  }
  return whole
}
