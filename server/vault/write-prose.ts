import { blocksToMarkdown } from '../../domain/prose/markdown.ts'
import type { Block } from '../../domain/prose/tree.ts'

/** A section under its heading; headings inside it are underlined, so that they do not end it. */
export function writeProse(heading: string, blocks: readonly Block[] | undefined): string[] {
  if (!blocks || blocks.length === 0) return []
  return [`## ${heading}`, underlined(blocksToMarkdown(blocks), /^## (.*)$/gm)]
}

/** Markdown with the headings that match written in the other way, on which no file is divided. */
export function underlined(markdown: string, headings: RegExp): string {
  return markdown.replace(headings, '$1\n===')
}
