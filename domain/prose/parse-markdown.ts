import type {
  BlockContent,
  DefinitionContent,
  ListItem as MdItem,
  Parent,
  PhrasingContent,
  Root,
  RootContent,
  Table,
} from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { joinText } from './join-text.ts'
import { safeUrl } from './safe-url.ts'
import type { Block, BreakNode, Inline, LinkNode, List, ListItem, Mark, TextNode } from './tree.ts'
import { inlineText } from './tree.ts'

/** Stands for nothing, where Markdown cannot say something otherwise [M9]. */
export const placeholder = '<!---->'

/** The same inside a link: its bracket keeps a line that begins with the link from being read as a definition. */
export const linkGuard = '<!--[]-->'

/** How a break is written where a line end cannot be: the reference of this character. */
export const breakCharacter = '\u2028'

const parser = unified().use(remarkParse).use(remarkGfm)

/** Reads Markdown as prose (SPEC [M3]–[M9]). Never fails: every text is Markdown. */
export function markdownToBlocks(markdown: string): Block[] {
  const root = parser.parse(markdown)
  return new Reader(definitionsOf(root)).blocks(root.children)
}

function definitionsOf(root: Root): Map<string, string> {
  const found = new Map<string, string>()
  const visit = (node: Parent): void => {
    for (const child of node.children) {
      if (child.type === 'definition' && !found.has(child.identifier)) found.set(child.identifier, child.url)
      if ('children' in child) visit(child)
    }
  }
  visit(root)
  return found
}

type FlowNode = RootContent | BlockContent | DefinitionContent

class Reader {
  constructor(private readonly definitions: ReadonlyMap<string, string>) {}

  blocks(nodes: readonly FlowNode[]): Block[] {
    return nodes.flatMap((node) => this.block(node))
  }

  private block(node: FlowNode): Block[] {
    switch (node.type) {
      case 'paragraph':
        return [{ type: 'paragraph', children: this.inlines(node.children) }]
      case 'heading':
        return [{ type: 'heading', level: node.depth <= 2 ? 2 : 3, children: this.inlines(node.children) }]
      case 'blockquote':
        return this.quote(node.children)
      case 'list':
        return [this.list(node.children, node.ordered === true)]
      case 'code':
        return [{ type: 'paragraph', children: lines(node.value, ['code']) }]
      case 'html':
        return node.value === placeholder
          ? [{ type: 'paragraph', children: [] }]
          : [{ type: 'paragraph', children: lines(node.value, []) }]
      case 'table':
        return this.table(node)
      case 'footnoteDefinition':
        return this.footnote(node.label ?? node.identifier, this.blocks(node.children))
      case 'definition':
      case 'thematicBreak':
        return []
      default:
        return 'value' in node ? [{ type: 'paragraph', children: lines(String(node.value), []) }] : []
    }
  }

  private quote(nodes: readonly FlowNode[]): Block[] {
    if (nodes.length === 0) return [{ type: 'quote', children: [] }]
    return this.blocks(nodes).map((block) =>
      block.type === 'paragraph' ? { type: 'quote', children: block.children } : block,
    )
  }

  private list(nodes: readonly MdItem[], ordered: boolean): List {
    return { type: 'list', ordered, items: nodes.map((node) => this.item(node)) }
  }

  private item(node: MdItem): ListItem {
    const runs: Inline[][] = []
    let nested: List | undefined
    for (const block of this.blocks(node.children)) {
      if (block.type !== 'list') {
        if (block.children.length > 0) runs.push(block.children)
      } else if (nested) nested = { ...nested, items: [...nested.items, ...block.items] }
      else nested = block
    }
    const box: Inline[] =
      typeof node.checked === 'boolean' ? [{ type: 'text', text: node.checked ? '[x] ' : '[ ] ' }] : []
    const children = joinText([...box, ...joinRuns(runs)])
    return nested ? { children, list: nested } : { children }
  }

  private table(node: Table): Block[] {
    return node.children.map((row) => ({
      type: 'paragraph' as const,
      children: joinText(
        row.children.flatMap((cell, i) => [
          ...(i === 0 ? [] : [{ type: 'text' as const, text: ' | ' }]),
          ...this.inlines(cell.children),
        ]),
      ),
    }))
  }

  private footnote(label: string, blocks: Block[]): Block[] {
    const [first, ...rest] = blocks
    const lead: TextNode = { type: 'text', text: `[^${label}]: ` }
    if (first && first.type !== 'list') return [{ ...first, children: joinText([lead, ...first.children]) }, ...rest]
    return [{ type: 'paragraph', children: [lead] }, ...blocks]
  }

  private inlines(nodes: readonly PhrasingContent[], marks: readonly Mark[] = []): Inline[] {
    return joinText(nodes.flatMap((node) => this.inline(node, marks)))
  }

  private inline(node: PhrasingContent, marks: readonly Mark[]): Inline[] {
    switch (node.type) {
      case 'text':
        return textOf(node.value, marks)
      case 'strong':
        return this.inlines(node.children, [...marks, 'bold'])
      case 'emphasis':
        return this.inlines(node.children, [...marks, 'italic'])
      case 'delete':
        return this.inlines(node.children, [...marks, 'strikethrough'])
      case 'inlineCode':
        return textOf(node.value, [...marks, 'code'])
      case 'break':
        return [{ type: 'break' }]
      case 'link':
        // A link without a place in the source was guessed from text that had been escaped: it stays text.
        if (!node.position) return this.inlines(node.children, marks)
        return this.link(node.url, this.inlines(node.children, marks))
      case 'linkReference':
        return this.link(this.definitions.get(node.identifier) ?? '', this.inlines(node.children, marks))
      case 'image':
        return this.link(node.url, textOf(node.alt ?? '', marks))
      case 'imageReference':
        return this.link(this.definitions.get(node.identifier) ?? '', textOf(node.alt ?? '', marks))
      case 'html':
        return node.value === placeholder || node.value === linkGuard ? [] : textOf(node.value, marks)
      case 'footnoteReference':
        return textOf(`[^${node.label ?? node.identifier}]`, marks)
      default:
        return []
    }
  }

  private link(address: string, words: Inline[]): Inline[] {
    const url = safeUrl(address)
    if (url === null || inlineText(words) === '') return words
    const children = words.flatMap((node): LinkNode['children'] => (node.type === 'link' ? node.children : [node]))
    return [{ type: 'link', url, children }]
  }
}

function joinRuns(runs: readonly Inline[][]): Inline[] {
  return runs.flatMap((run, i): Inline[] => (i === 0 ? run : [{ type: 'break' }, ...run]))
}

/** Text in which a line end is a space and the break character a break. */
function textOf(value: string, marks: readonly Mark[]): (TextNode | BreakNode)[] {
  return withBreaks(value.replace(/\r\n?|\n/g, ' ').split(breakCharacter), marks)
}

/** Text in which every line end is a break. */
function lines(value: string, marks: readonly Mark[]): (TextNode | BreakNode)[] {
  return withBreaks(value.split(/\r\n?|\n|\u2028/), marks)
}

function withBreaks(parts: readonly string[], marks: readonly Mark[]): (TextNode | BreakNode)[] {
  const sorted = [...new Set(marks)].sort()
  return parts.flatMap((text, i) => {
    const words: TextNode[] =
      text === '' ? [] : [sorted.length > 0 ? { type: 'text', text, marks: sorted } : { type: 'text', text }]
    return i === 0 ? words : [{ type: 'break' as const }, ...words]
  })
}
