import * as Y from 'yjs'
import { normaliseBlocks } from '../domain/prose/normalise.ts'
import type { Block, BreakNode, Inline, List, ListItem, Mark, TextNode } from '../domain/prose/tree.ts'

/**
 * Reads and writes prose in the form in which Lexical's second Yjs binding (`@lexical/yjs` 0.52, V2) keeps it:
 * one XmlElement per node, named by the node's type; one XmlText per run of neighbouring text nodes, whose
 * formatting attributes are `p` (properties, such as `__format`), `t` (type, if not plain text) and `i` (position
 * in the run, so that Yjs keeps neighbours apart); properties equal to the node's default are left out.
 */
const formatBits: Record<Mark, number> = { bold: 1, italic: 2, strikethrough: 4, code: 16 }
const markNames = Object.keys(formatBits).sort() as Mark[]

/** Lists deeper than this are not read: nobody wrote them by hand. */
const deepestList = 16

export type XmlChild = Y.XmlElement | Y.XmlText

/** The section's prose; nodes that the atlas does not know are passed over. */
export function readProse(root: Y.XmlElement): Block[] {
  return normaliseBlocks(childrenOf(root).flatMap((child) => readBlock(child) ?? []))
}

/** Turns one run of text into text nodes; another than `readText` may say more of them. */
export type ReadText = (text: Y.XmlText) => TextNode[]

/** One child of a section's root, not yet in its one spelling; null for what is no block. */
export function readBlock(node: XmlChild, read: ReadText = readText): Block | null {
  if (node instanceof Y.XmlText) return { type: 'paragraph', children: read(node) }
  switch (node.nodeName) {
    case 'paragraph':
      return { type: 'paragraph', children: readInline(node, read) }
    case 'heading':
      return { type: 'heading', level: headingLevel(attribute(node, '__tag')), children: readInline(node, read) }
    case 'quote':
      return { type: 'quote', children: readInline(node, read) }
    case 'list':
      return readList(node, 0, read)
    default:
      return null
  }
}

/** Heading 1 belongs to the page, so a writer's first level is 2. */
function headingLevel(tag: unknown): 2 | 3 {
  return tag === undefined || tag === 'h1' || tag === 'h2' ? 2 : 3
}

function readList(list: Y.XmlElement, depth: number, read: ReadText): List {
  const items: ListItem[] = []
  for (const child of childrenOf(list)) {
    if (!(child instanceof Y.XmlElement) || child.nodeName !== 'listitem') continue
    const children = readInline(child, read)
    const nested = depth < deepestList ? nestedList(child, depth + 1, read) : undefined
    const previous = items.at(-1)
    // Lexical keeps a nested list in an item of its own, after the item it belongs to.
    if (nested && children.length === 0 && previous && !previous.list) previous.list = nested
    else items.push(nested ? { children, list: nested } : { children })
  }
  const type = attribute(list, '__listType')
  return { type: 'list', ordered: type === undefined || type === 'number', items }
}

function nestedList(item: Y.XmlElement, depth: number, read: ReadText): List | undefined {
  const list = childrenOf(item).find((child) => child instanceof Y.XmlElement && child.nodeName === 'list')
  return list instanceof Y.XmlElement ? readList(list, depth, read) : undefined
}

/** The inline nodes inside an element, or those that one inline child stands for. */
export function readInline(node: XmlChild, read: ReadText = readText): Inline[] {
  if (node instanceof Y.XmlText) return read(node)
  if (node.nodeName === 'linebreak') return [{ type: 'break' }]
  if (node.nodeName === 'link' || node.nodeName === 'autolink') {
    const url = attribute(node, '__url')
    const children = childrenOf(node).flatMap((leaf): (TextNode | BreakNode)[] =>
      leaf instanceof Y.XmlText ? read(leaf) : leaf.nodeName === 'linebreak' ? [{ type: 'break' }] : [],
    )
    return [{ type: 'link', url: typeof url === 'string' ? url : '', children }]
  }
  return childrenOf(node)
    .filter(isInline)
    .flatMap((child) => readInline(child, read))
}

function isInline(node: XmlChild): boolean {
  return node instanceof Y.XmlText || ['linebreak', 'link', 'autolink'].includes(node.nodeName)
}

function readText(text: Y.XmlText): TextNode[] {
  const delta = text.toDelta() as { insert: unknown; attributes?: { p?: { __format?: unknown } | null } }[]
  return delta.flatMap(({ insert, attributes }) => {
    if (typeof insert !== 'string' || insert === '') return []
    const marks = marksOf(attributes?.p)
    return [marks.length > 0 ? { type: 'text', text: insert, marks } : { type: 'text', text: insert }]
  })
}

/** The marks in the properties (`p`) of a run of text. */
export function marksOf(properties: unknown): Mark[] {
  const format =
    typeof properties === 'object' && properties !== null && '__format' in properties && properties.__format
  return typeof format === 'number' ? markNames.filter((mark) => (format & formatBits[mark]) !== 0) : []
}

/** One block as a new, not yet inserted element. An empty list of blocks is written as one empty paragraph. */
export function writeProse(root: Y.XmlElement, blocks: readonly Block[]): void {
  root.insert(0, blocks.length === 0 ? [new Y.XmlElement('paragraph')] : blocks.map(writeBlock))
}

export function writeBlock(block: Block): Y.XmlElement {
  switch (block.type) {
    case 'paragraph':
      return element('paragraph', {}, writeInline(block.children))
    case 'heading':
      return element('heading', { __tag: `h${block.level}` }, writeInline(block.children))
    case 'quote':
      return element('quote', {}, writeInline(block.children))
    case 'list':
      return writeList(block)
  }
}

export function writeList(list: List): Y.XmlElement {
  const attributes: Record<string, string> = list.ordered ? {} : { __tag: 'ul', __listType: 'bullet' }
  let number = 0
  const items = list.items.flatMap((item) => {
    number += 1
    const own = element('listitem', number === 1 ? {} : { __value: number }, writeInline(item.children))
    if (!item.list) return [own]
    return [own, element('listitem', { __value: number + 1 }, [writeList(item.list)])]
  })
  return element('list', attributes, items)
}

/** The XmlText, linebreak and link children that stand for a run of inline nodes. */
export function writeInline(nodes: readonly Inline[]): XmlChild[] {
  const out: XmlChild[] = []
  let run: TextNode[] = []
  const endRun = () => {
    if (run.length > 0) out.push(writeText(run))
    run = []
  }
  for (const node of nodes) {
    if (node.type === 'text') {
      run.push(node)
      continue
    }
    endRun()
    out.push(
      node.type === 'break'
        ? new Y.XmlElement('linebreak')
        : element('link', { __url: node.url }, writeInline(node.children)),
    )
  }
  endRun()
  return out
}

/** The formatting attributes of one text node in its run. */
export function textAttributes(marks: readonly Mark[] | undefined, positionInRun: number): Record<string, unknown> {
  const format = (marks ?? []).reduce((bits, mark) => bits | formatBits[mark], 0)
  return {
    ...(format === 0 ? {} : { p: { __format: format } }),
    ...(positionInRun === 0 ? {} : { i: positionInRun }),
  }
}

function writeText(run: readonly TextNode[]): Y.XmlText {
  const text = new Y.XmlText()
  text.applyDelta(run.map((node, i) => ({ insert: node.text, attributes: textAttributes(node.marks, i) })))
  return text
}

function element(name: string, attributes: Record<string, string | number>, children: XmlChild[]): Y.XmlElement {
  const node = new Y.XmlElement(name)
  for (const [key, value] of Object.entries(attributes)) setAttribute(node, key, value)
  if (children.length > 0) node.insert(0, children)
  return node
}

export function attribute(element: Y.XmlElement, name: string): unknown {
  return element.getAttribute(name)
}

/** Yjs types attributes as strings; Lexical also keeps numbers in them. */
export function setAttribute(element: Y.XmlElement, name: string, value: string | number): void {
  const wider: Y.XmlElement<Record<string, string | number>> = element
  wider.setAttribute(name, value)
}

export function childrenOf(element: Y.XmlElement): XmlChild[] {
  return element.toArray().filter((child): child is XmlChild => !(child instanceof Y.XmlHook))
}
