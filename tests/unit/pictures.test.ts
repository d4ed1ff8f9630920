import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cardSvg, wrapped } from '../../server/pictures/card-svg.ts'
import { unwrapWoff } from '../../server/pictures/woff.ts'

describe('lines of a card', () => {
  it('hold the words in their order, and no more lines than there is room for', () => {
    expect(wrapped('one two three', 1000, 30, 3)).toEqual(['one two three'])
    expect(wrapped('one two three', 110, 30, 3)).toEqual(['one', 'two', 'three'])
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.integer({ min: 1, max: 4 }), (text, most) => {
        const lines = wrapped(text, 400, 30, most)
        expect(lines.length).toBeLessThanOrEqual(most)
        const words = lines.join(' ').replace(/ …$/, '')
        expect(text.split(/\s+/).filter(Boolean).join(' ').startsWith(words.slice(0, 10))).toBe(true)
      }),
    )
  })

  it('end in an ellipsis where something is left out, and cut a word that is longer than a line', () => {
    expect(wrapped('one two three four', 110, 30, 2).at(-1)).toMatch(/ …$/)
    expect(wrapped('x'.repeat(500), 400, 30, 2)[0]?.length).toBeLessThan(60)
  })

  it('never let a title become markup', () => {
    const svg = cardSvg({ atlas: 'A', kind: 'K', title: '</text><script>', text: '', place: '', line: '' })
    expect(svg).not.toContain('<script>')
  })
})

describe('a font out of its wrapping', () => {
  it('has all tables where its head says', () => {
    const woff = readFileSync('node_modules/@fontsource/inter/files/inter-latin-400-normal.woff')
    const font = unwrapWoff(woff)
    expect(font.length).toBe(woff.readUInt32BE(16))
    const tags = Array.from({ length: font.readUInt16BE(4) }, (_, i) =>
      font.toString('latin1', 12 + 16 * i, 16 + 16 * i),
    )
    expect(tags).toEqual(expect.arrayContaining(['cmap', 'glyf', 'head', 'name']))
    const head = 12 + 16 * tags.indexOf('head')
    // The number that every font's head table has at this place.
    expect(font.readUInt32BE(font.readUInt32BE(head + 8) + 12)).toBe(0x5f0f3cf5)
    expect(() => unwrapWoff(Buffer.from('wOF2'))).toThrow('not a WOFF')
  })
})
