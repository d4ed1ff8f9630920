import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinText } from '../../domain/prose/join-text.ts'
import { blocksToMarkdown, markdownToBlocks } from '../../domain/prose/markdown.ts'
import { safeUrl } from '../../domain/prose/safe-url.ts'
import type { Block, Inline, LinkNode, List, Mark, TextNode } from '../../domain/prose/tree.ts'
import { plainText } from '../../domain/prose/tree.ts'

const vault = 'db/seed/vault'
const folders = ['strategies', 'concepts', 'people', 'scenarios', 'sources']
const bodies = folders.flatMap((folder) =>
  readdirSync(join(vault, folder)).map((file) => {
    const text = readFileSync(join(vault, folder, file), 'utf8')
    return { file: `${folder}/${file}`, body: text.slice(text.indexOf('\n---\n') + 5).trim() }
  }),
)

const pieces = [
  ...' \t*_~`<>[]()!#|:.-+=&;\\/@"\'1a0.Z',
  '\u00a0',
  '\u2003',
  '\ufeff',
  'é',
  '字',
  '🜁',
  'www.',
  'https://',
  'http://a.b',
  'a@b.c',
  '[[slug-1]]',
  '[[slug]](',
  '![',
  '[^1]',
  '&amp;',
  '&#38;',
  '<b>',
  '<!--',
  '<!---->',
  '```',
  '~~~',
  '---',
  '1. ',
  '- ',
  '# ',
  'word',
  ' two words ',
]
const words = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 }).map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).map((text) => text.replace(/[\p{Cc}\u2028]/gu, 'x')),
)
const marks = fc.subarray<Mark>(['bold', 'code', 'italic', 'strikethrough'])
const text: fc.Arbitrary<TextNode> = fc.tuple(words, fc.oneof(fc.constant<Mark[]>([]), marks)).map(([value, worn]) => {
  return worn.length > 0 ? { type: 'text', text: value, marks: worn } : { type: 'text', text: value }
})
const lineBreak = fc.constant({ type: 'break' as const })
const url = fc
  .oneof(
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
    fc.constantFrom('/strategies/pause', 'mailto:a@b.example', 'https://a.example/x_(y)?b=1&copy;=2&c=*d*'),
  )
  .map((value) => safeUrl(value))
  .filter((value) => value !== null)
const link: fc.Arbitrary<LinkNode> = fc
  .tuple(
    url,
    fc.array(fc.oneof({ weight: 4, arbitrary: text }, lineBreak), { minLength: 1, maxLength: 3 }),
    fc.boolean(),
  )
  .map(([to, children, plain]): LinkNode => {
    return { type: 'link', url: to, children: plain ? [{ type: 'text', text: to }] : joinText(children) }
  })
const inlines: fc.Arbitrary<Inline[]> = fc
  .array(
    fc.oneof({ weight: 6, arbitrary: text }, { weight: 1, arbitrary: lineBreak }, { weight: 1, arbitrary: link }),
    {
      maxLength: 6,
    },
  )
  .map((nodes) => joinText(nodes))
const { list } = fc.letrec<{ list: List }>((tie) => ({
  list: fc.record({
    type: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(
      fc
        .tuple(inlines, fc.option(tie('list'), { nil: undefined, depthSize: 'small' }))
        .map(([children, nested]) => (nested ? { children, list: nested } : { children })),
      { minLength: 1, maxLength: 3 },
    ),
  }),
}))
const block: fc.Arbitrary<Block> = fc.oneof(
  inlines.map((children): Block => ({ type: 'paragraph', children })),
  fc
    .tuple(inlines, fc.constantFrom(2 as const, 3 as const))
    .map(([children, level]): Block => ({ type: 'heading', level, children })),
  inlines.map((children): Block => ({ type: 'quote', children })),
  list,
)

describe('Markdown in and out', () => {
  it.each(bodies)('[M1] keeps the text of $file', ({ body }) => {
    expect(blocksToMarkdown(markdownToBlocks(body))).toBe(body)
  })

  it('[M2] reads back any prose as it was', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 4 }), (blocks) => {
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
    expect(markdownToBlocks('<!---->\n\na<!---->b')).toEqual([
      { type: 'paragraph', children: [] },
      { type: 'paragraph', children: [{ type: 'text', text: 'ab' }] },
    ])
  })
})
