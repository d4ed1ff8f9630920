import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blocksToMarkdown, markdownToBlocks } from '../../domain/prose/markdown.ts'
import type { Block } from '../../domain/prose/tree.ts'
import { plainText } from '../../domain/prose/tree.ts'
import { anyBlock } from '../factories/any-prose.ts'

const vault = 'db/seed/vault'
const folders = ['strategies', 'concepts', 'people', 'scenarios', 'sources']
const bodies = folders.flatMap((folder) =>
  readdirSync(join(vault, folder)).map((file) => {
    const text = readFileSync(join(vault, folder, file), 'utf8')
    return { file: `${folder}/${file}`, body: text.slice(text.indexOf('\n---\n') + 5).trim() }
  }),
)

describe('Markdown in and out', () => {
  it.each(bodies)('[M1] keeps the text of $file', ({ body }) => {
    expect(blocksToMarkdown(markdownToBlocks(body))).toBe(body)
  })

  it('[M2] reads back any prose as it was', () => {
    fc.assert(
      fc.property(fc.array(anyBlock, { maxLength: 4 }), (blocks) => {
        const markdown = blocksToMarkdown(blocks)
        expect(markdownToBlocks(markdown), markdown).toEqual(blocks)
      }),
      { numRuns: 300 },
    )
  })

  it('[M3] takes raw HTML as the text it is', () => {
    expect(plainText(markdownToBlocks('a <b>bold</b>\n\n<script>alert(1)</script>'))).toBe(
      'a <b>bold</b>\n<script>alert(1)</script>',
    )
  })

  it.each(['javascript:alert(1)', '//evil.example', 'data:text/html,x'])('[M4] makes no link to %s', (address) => {
    expect(markdownToBlocks(`see [this](${address})`)).toEqual([
      { type: 'paragraph', children: [{ type: 'text', text: 'see this' }] },
    ])
  })

  it('[M4] resolves a link by reference with the same care', () => {
    expect(markdownToBlocks('[a] [b]\n\n[a]: https://a.example/\n[b]: javascript:x')).toEqual([
      {
        type: 'paragraph',
        children: [
          { type: 'link', url: 'https://a.example/', children: [{ type: 'text', text: 'a' }] },
          { type: 'text', text: ' b' },
        ],
      },
    ])
  })

  it('[M5] leaves references to entries as typed', () => {
    expect(blocksToMarkdown(markdownToBlocks('See [[open-source-agi]], not [[a]](b).'))).toContain(
      '[[open-source-agi]]',
    )
  })

  it('[M6] keeps the words of tables, code, images and footnotes', () => {
    const markdown =
      '| a | b |\n|---|---|\n| c | d |\n\n```\nx\ny\n```\n\n![a map](https://a.example/m.png) x[^n]\n\n[^n]: why\n\n---'
    expect(plainText(markdownToBlocks(markdown))).toBe('a | b\nc | d\nx\ny\na map x[^n]\n[^n]: why')
  })

  it('[M7] knows two levels of headings', () => {
    expect(markdownToBlocks('# a\n\n## b\n\n#### c').map((one) => (one.type === 'heading' ? one.level : 0))).toEqual([
      2, 2, 3,
    ])
  })

  it('[M8] tells a line end from a break', () => {
    expect(markdownToBlocks('a\nb\\\nc')).toEqual([
      { type: 'paragraph', children: [{ type: 'text', text: 'a b' }, { type: 'break' }, { type: 'text', text: 'c' }] },
    ])
  })

  it('[M9] reads the placeholder as nothing', () => {
    const link: Block = {
      type: 'paragraph',
      children: [
        { type: 'link', url: '/strategies/pause', children: [{ type: 'text', text: ']: ', marks: ['code'] }] },
      ],
    }
    expect(markdownToBlocks(blocksToMarkdown([link]))).toEqual([link])
    expect(markdownToBlocks('<!---->\n\na<!---->b')).toEqual([
      { type: 'paragraph', children: [] },
      { type: 'paragraph', children: [{ type: 'text', text: 'ab' }] },
    ])
  })
})
