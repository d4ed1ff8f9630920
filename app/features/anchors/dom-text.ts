import { squeeze } from '#domain/anchors/squeeze.ts'

interface Leaf {
  node: Text
  from: number
}

const blocks = new Set(['P', 'H2', 'H3', 'H4', 'BLOCKQUOTE', 'UL', 'OL', 'LI', 'DIV'])

/**
 * The running text of a section as it stands on the page, and the way from its characters to the page and back. The
 * same for an editor and for plain prose, so that words are found in one where they were chosen in the other.
 */
export class DomText {
  readonly text: string
  private readonly at: Uint32Array
  private readonly leaves: Leaf[] = []
  private readonly starts = new Map<Node, number>()
  private readonly ends = new Map<Node, number>()
  private raw = ''

  constructor(root: Element) {
    this.read(root)
    const { text, at } = squeeze(this.raw)
    this.text = text
    this.at = at
  }

  /** The characters from `start` to `end` (exclusive) on the page; null where they are not one stretch of it. */
  range(start: number, end: number): Range | null {
    const first = this.point(start)
    const last = this.point(end - 1)
    if (!first || !last) return null
    const range = document.createRange()
    range.setStart(first.node, first.offset)
    range.setEnd(last.node, Math.min(last.offset + 1, last.node.length))
    return range
  }

  /** Which characters a selection holds, without spaces at its ends; null where it holds none of them. */
  chosen(range: Range): { start: number; end: number } | null {
    const from = this.raws(range.startContainer, range.startOffset, 0)
    const to = this.raws(range.endContainer, range.endOffset, this.raw.length)
    let start = this.at.findIndex((raw) => raw >= from)
    let end = this.at.findLastIndex((raw) => raw < to) + 1
    if (start < 0) return null
    while (start < end && this.text[start] === ' ') start += 1
    while (start < end && this.text[end - 1] === ' ') end -= 1
    return start < end ? { start, end } : null
  }

  private read(node: Node): void {
    this.starts.set(node, this.raw.length)
    if (node instanceof Text) {
      this.leaves.push({ node, from: this.raw.length })
      this.raw += node.data
    } else if (node instanceof HTMLElement) {
      const isBlock = blocks.has(node.tagName)
      if (isBlock || node.tagName === 'BR') this.raw += '\n'
      // A reference shows the title of what it names; the text has the name.
      const { reference } = node.dataset
      if (reference === undefined) for (const child of node.childNodes) this.read(child)
      else this.raw += reference
      if (isBlock) this.raw += '\n'
    }
    this.ends.set(node, this.raw.length)
  }

  /** Where a boundary of a selection stands in the raw text; `outside` where it is not in this section. */
  private raws(container: Node, offset: number, outside: number): number {
    const start = this.starts.get(container)
    if (start === undefined) {
      const reference = container.parentElement?.closest<HTMLElement>('[data-reference]')
      return (reference && this.starts.get(reference)) ?? outside
    }
    if (container instanceof Text) return start + offset
    const child = container.childNodes[offset]
    const known = child ? this.starts.get(child) : this.ends.get(container)
    return known ?? start
  }

  private point(index: number): { node: Text; offset: number } | null {
    const raw = this.at[index]
    if (raw === undefined) return null
    const leaf = this.leaves.findLast(({ from }) => from <= raw)
    return leaf && raw < leaf.from + leaf.node.length ? { node: leaf.node, offset: raw - leaf.from } : null
  }
}

/** The element that holds the words of a section. */
export function sectionElement(section: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-words="${CSS.escape(section)}"]`)
}
