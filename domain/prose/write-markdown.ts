import { canonicalJson } from '../record/canonical-json.ts'
import { escapeAddress, escapeText, writeCode } from './escape-markdown.ts'
import { linkGuard, markdownToBlocks, placeholder } from './parse-markdown.ts'
import type { Block, Inline, LinkNode, List, Mark, TextNode } from './tree.ts'

/** Writes prose as Markdown, without a line end at its end (SPEC [M1], [M2], [M5], [M9]). */
export function blocksToMarkdown(blocks: readonly Block[]): string {
  let twins = 0
  return blocks
    .map((block, i) => {
      const before = blocks[i - 1]
      const continues = block.type === 'list' && before?.type === 'list' && before.ordered === block.ordered
      twins = continues ? twins + 1 : 0
      return writeBlock(block, twins % 2)
    })
    .join('\n\n')
}

/** @param marker which of two list markers to use, so that two lists in a row stay two. */
function writeBlock(block: Block, marker: number): string {
  switch (block.type) {
    case 'paragraph':
      return block.children.length === 0 ? placeholder : writeLine(block.children, false)
    case 'heading':
      return `${'#'.repeat(block.level)} ${writeLine(block.children, true)}`.replace(/ $/, '')
    case 'quote':
      return prefixed(writeLine(block.children, false), '> ', '> ')
    case 'list':
      return writeList(block, marker)
  }
}

function writeList(list: List, marker: number): string {
  return list.items
    .map((item, i) => {
      const lead = list.ordered ? `${i + 1}${marker === 0 ? '.' : ')'} ` : marker === 0 ? '- ' : '* '
      const words = item.children.length === 0 ? placeholder : writeLine(item.children, false)
      const whole = item.list ? `${words}\n${writeList(item.list, 0)}` : words
      return prefixed(whole, lead, ' '.repeat(lead.length))
    })
    .join('\n')
}

function prefixed(text: string, first: string, rest: string): string {
  return text
    .split('\n')
    .map((line, i) => (line === '' ? (i === 0 ? first : rest).trimEnd() : `${i === 0 ? first : rest}${line}`))
    .join('\n')
}

/** A run of words, plainly where that reads back the same, else with a placeholder around every mark. */
function writeLine(children: readonly Inline[], inHeading: boolean): string {
  const plain = writeRun(children, inHeading, false)
  if (children.every((node) => node.type === 'break' || (node.type === 'text' && !node.marks))) return plain
  return readsBack(plain, children, inHeading) ? plain : writeRun(children, inHeading, true)
}

function readsBack(markdown: string, children: readonly Inline[], inHeading: boolean): boolean {
  const [block, ...rest] = markdownToBlocks(inHeading ? `## ${markdown}` : markdown)
  const type = inHeading ? 'heading' : 'paragraph'
  return rest.length === 0 && block?.type === type && canonicalJson(block.children) === canonicalJson(children)
}

interface Pen {
  inHeading: boolean
  inLink: boolean
  /** Writes a placeholder around every mark, so that marks cannot touch text or each other. */
  apart: boolean
}

function writeRun(children: readonly Inline[], inHeading: boolean, apart: boolean): string {
  return writeInlines(children, { inHeading, inLink: false, apart })
}

/** Outermost mark first. */
const nesting: Mark[] = ['bold', 'italic', 'strikethrough', 'code']
const signs: Record<Exclude<Mark, 'code'>, string> = { bold: '**', italic: '*', strikethrough: '~~' }

function writeInlines(nodes: readonly Inline[], pen: Pen): string {
  let out = ''
  let open: Mark[] = []
  const turnTo = (marks: Mark[]): void => {
    const shared = pen.apart ? 0 : nestedAlike(open, marks)
    for (const mark of [...open.slice(shared).reverse(), ...marks.slice(shared)]) out += sign(mark, pen, out)
    open = marks
  }
  for (const [i, node] of nodes.entries()) {
    if (node.type === 'text') {
      turnTo(nesting.filter((mark) => mark !== 'code' && node.marks?.includes(mark)))
      out += writeText(node, i, nodes, pen)
    } else {
      turnTo([])
      out += node.type === 'break' ? writeBreak(i, nodes, pen) : writeLink(node, pen)
    }
  }
  turnTo([])
  return out
}

function nestedAlike(a: readonly Mark[], b: readonly Mark[]): number {
  const differs = a.findIndex((mark, i) => mark !== b[i])
  return differs === -1 ? a.length : differs
}

function sign(mark: Mark, { apart }: Pen, before: string): string {
  if (mark === 'code') return ''
  if (!apart) return signs[mark]
  // A placeholder at the start of a line would make the line raw HTML.
  const lead = before === '' || before.endsWith('\n') ? '' : placeholder
  return `${lead}${signs[mark]}${placeholder}`
}

function writeText(node: TextNode, i: number, nodes: readonly Inline[], pen: Pen): string {
  if (node.marks?.includes('code')) return writeCode(node.text)
  const before = nodes[i - 1]
  const after = nodes[i + 1]
  return escapeText(node.text, {
    lineStart: (before === undefined && !pen.inLink) || before?.type === 'break',
    lineEnd: (after === undefined && !pen.inLink) || after?.type === 'break',
    inHeading: pen.inHeading,
    inLink: pen.inLink,
    beforeLink: after?.type === 'link',
  })
}

/** A backslash at the line's end, or the reference of a line separator where a line cannot end. */
function writeBreak(i: number, nodes: readonly Inline[], { inHeading, inLink }: Pen): string {
  const before = nodes[i - 1]
  const after = nodes[i + 1]
  const between = before && after && before.type !== 'break' && after.type !== 'break'
  return between && !inHeading && !inLink ? '\\\n' : '&#x2028;'
}

function writeLink({ url, children }: LinkNode, pen: Pen): string {
  const [only] = children
  if (children.length === 1 && only?.type === 'text' && !only.marks && only.text === url && isAutolink(url)) {
    return `<${url}>`
  }
  const guard = pen.apart ? linkGuard : ''
  return `[${guard}${writeInlines(children, { ...pen, inLink: true })}](${escapeAddress(url)})`
}

function isAutolink(url: string): boolean {
  return /^(https?|mailto):[^<>\s]+$/.test(url)
}
