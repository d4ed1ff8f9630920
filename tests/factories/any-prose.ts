import fc from 'fast-check'
import { joinText } from '../../domain/prose/join-text.ts'
import { safeUrl } from '../../domain/prose/safe-url.ts'
import type { Block, Inline, LinkNode, List, Mark, TextNode } from '../../domain/prose/tree.ts'

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
/** A block of prose in its one spelling, with everything in it that Markdown might trip over. */
export const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  inlines.map((children): Block => ({ type: 'paragraph', children })),
  fc
    .tuple(inlines, fc.constantFrom(2 as const, 3 as const))
    .map(([children, level]): Block => ({ type: 'heading', level, children })),
  inlines.map((children): Block => ({ type: 'quote', children })),
  list,
)
