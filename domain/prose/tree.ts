/**
 * Prose as the atlas keeps it: a small JSON tree, never HTML. The same shape is hashed,
 * published, compared and rendered, so a node type that is not listed here cannot exist anywhere.
 */
export type Mark = 'bold' | 'italic' | 'strikethrough' | 'code'

export interface TextNode {
  type: 'text'
  text: string
  /** Sorted, without repeats; absent when there are none. */
  marks?: Mark[]
}

export interface BreakNode {
  type: 'break'
}

export interface LinkNode {
  type: 'link'
  /** Always accepted by `safeUrl`. */
  url: string
  children: (TextNode | BreakNode)[]
}

export type Inline = TextNode | BreakNode | LinkNode

export interface Paragraph {
  type: 'paragraph'
  children: Inline[]
}

export interface Heading {
  type: 'heading'
  level: 2 | 3
  children: Inline[]
}

export interface Quote {
  type: 'quote'
  children: Inline[]
}

export interface ListItem {
  children: Inline[]
  /** A nested list, one level per item. */
  list?: List
}

export interface List {
  type: 'list'
  ordered: boolean
  items: ListItem[]
}

export type Block = Paragraph | Heading | Quote | List

/** The words of a run of inline nodes, without marks. */
export function inlineText(children: readonly Inline[]): string {
  return children
    .map((node) => (node.type === 'text' ? node.text : node.type === 'break' ? '\n' : inlineText(node.children)))
    .join('')
}

function listText(list: List): string {
  return list.items
    .map((item) => [inlineText(item.children), item.list ? listText(item.list) : ''].filter(Boolean).join('\n'))
    .join('\n')
}

/** The words of a section, blocks separated by a newline. Used for search, word counts and comparison. */
export function plainText(blocks: readonly Block[]): string {
  return blocks.map((block) => (block.type === 'list' ? listText(block) : inlineText(block.children))).join('\n')
}

/** True when a section has no words at all. */
export function isBlank(blocks: readonly Block[] | undefined): boolean {
  return !blocks || plainText(blocks).trim() === ''
}

/** A section of one plain paragraph. */
export function paragraph(text: string): Block[] {
  return text === '' ? [] : [{ type: 'paragraph', children: [{ type: 'text', text }] }]
}
