/** Prose in and out as Markdown: each is the other's inverse (SPEC [M1], [M2]). */
export { markdownToBlocks } from './parse-markdown.ts'
export { blocksToMarkdown } from './write-markdown.ts'
