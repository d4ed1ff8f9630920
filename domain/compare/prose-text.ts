import type { Block, Inline, List, Mark } from '../prose/tree.ts'

const signs: Record<Mark, string> = { bold: '**', italic: '_', strikethrough: '~~', code: '`' }

/**
 * A section as text to be compared: one line per block or list item, with emphasis, headings and the addresses of
 * links written out, so that a change of any of them shows (SPEC [C9]).
 */
export function comparableText(blocks: readonly Block[]): string {
  return blocks.flatMap(blockLines).join('\n')
}

function blockLines(block: Block): string[] {
  switch (block.type) {
    case 'paragraph':
      return [inline(block.children)]
    case 'heading':
      return [`${'#'.repeat(block.level)} ${inline(block.children)}`]
    case 'quote':
      return [`> ${inline(block.children)}`]
    case 'list':
      return listLines(block, '')
  }
}

function listLines(list: List, indent: string): string[] {
  return list.items.flatMap((item, i) => [
    `${indent}${list.ordered ? `${i + 1}.` : '•'} ${inline(item.children)}`,
    ...(item.list ? listLines(item.list, `${indent}  `) : []),
  ])
}

function inline(children: readonly Inline[]): string {
  return children
    .map((node) => {
      if (node.type === 'break') return ' ⏎ '
      if (node.type === 'link') return `[${inline(node.children)}](${node.url})`
      const marks = (node.marks ?? []).map((mark) => signs[mark])
      return `${marks.join('')}${node.text}${marks.reverse().join('')}`
    })
    .join('')
}
