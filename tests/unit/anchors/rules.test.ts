import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { redactWords } from '../../../domain/anchors/redact.ts'
import { findWords, isCertain, lookalikes, occurrences, wordsAt } from '../../../domain/anchors/rules.ts'
import { squeeze } from '../../../domain/anchors/squeeze.ts'

const text = 'Time is what is missing, and time is what a treaty would buy for everybody who waits.'
const at = (quote: string, within = text) => {
  const start = within.indexOf(quote)
  return wordsAt(within, start, start + quote.length)
}

describe('[N1] running text', () => {
  it('has single spaces, none at its ends, and knows where each character came from', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '\u00a0', '漢', '\ud83d\ude42') }), (raw) => {
        const { text, at } = squeeze(raw)
        expect(text).toBe(raw.replace(/\s+/g, ' ').trim())
        for (let i = 0; i < text.length; i += 1) {
          const from = raw.charAt(at[i] ?? -1)
          expect(text.charAt(i) === ' ' ? /\s/.test(from) : from === text.charAt(i)).toBe(true)
        }
      }),
    )
  })
})

describe('[N2] words', () => {
  it('keep up to 32 characters around them, and no half of one', () => {
    expect(at('treaty')).toEqual({
      quote: 'treaty',
      before: ' is missing, and time is what a ',
      after: ' would buy for everybody who wai',
    })
    const faces = `${'🙂'.repeat(20)}x${'🙂'.repeat(20)}`
    const { before, after } = wordsAt(`a${faces}`, 41, 42)
    expect(() => encodeURIComponent(`${before} ${after}`)).not.toThrow()
    expect(findWords(`a${faces}`, wordsAt(`a${faces}`, 41, 42))).toEqual({ start: 41 })
  })
})

describe('[N3] to [N6] words looked up by themselves', () => {
  it('[N3] are found without context only where they stand once', () => {
    expect(findWords(text, { quote: 'treaty' })).toEqual({ start: text.indexOf('treaty') })
    expect(findWords(text, { quote: 'is what' })).toBe('ambiguous')
    expect(findWords(text, { quote: 'pause' })).toBe('gone')
    expect(findWords(text, { quote: '' })).toBe('gone')
  })

  it('[N4] are certain by 32 agreeing characters, or by all that is around them', () => {
    const moved = 'A heading. And time is what a treaty would buy for nobody.'
    expect(findWords(moved, at('treaty'))).toEqual({ start: moved.indexOf('treaty') })
    expect(findWords('Another treaty altogether.', at('treaty'))).toBe('gone')
    expect(findWords('Stop it.', at('Stop', 'Stop it.'))).toEqual({ start: 0 })
    // At the beginning of a section is a context, too.
    expect(findWords('Do Stop it.', at('Stop', 'Stop it.'))).toBe('gone')
    expect(isCertain('Do Stop it.', 3, { quote: 'Stop', before: '', after: ' it.' }, false)).toBe(true)
  })

  it('[N4] [N9] have the lookalikes that are certain, however they are counted', () => {
    const part = fc.string({ unit: fc.constantFrom('a', 'b', 'ab ', ' '), maxLength: 40 })
    fc.assert(
      fc.property(
        part,
        fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 3 }),
        part,
        part,
        (...parts) => {
          const [before, quote, after, more] = parts
          const { text } = squeeze(`${before}${quote}${after}`)
          const start = text.indexOf(quote)
          const words = wordsAt(text, start, start + quote.length)
          for (const other of [
            text,
            squeeze(`${text} ${more}`).text,
            squeeze(`${more}${text}`).text,
            squeeze(more).text,
          ]) {
            const certain = occurrences(other, quote).filter((at) => isCertain(other, at, words))
            expect(lookalikes(other, words)).toEqual(certain)
          }
        },
      ),
    )
  })

  it('[N5] of several are those whose whole context agrees, or the ones that were seen in the same text', () => {
    const twice = `${text} ${text}`
    const second = wordsAt(twice, twice.lastIndexOf('Time is'), twice.lastIndexOf('Time is') + 7)
    expect(findWords(twice, second)).toEqual({ start: twice.lastIndexOf('Time is') })
    const thrice = `${text} ${text} ${text}`
    const middle = occurrences(thrice, 'a treaty')[1] ?? -1
    const words = wordsAt(thrice, middle, middle + 8)
    expect(findWords(thrice, words)).toBe('ambiguous')
    expect(findWords(thrice, words, { seen: { start: middle, length: thrice.length } })).toEqual({ start: middle })
    expect(findWords(thrice, words, { seen: { start: middle, length: thrice.length + 1 } })).toBe('ambiguous')
  })

  it('[N6] are found where they are or not at all, wherever text is put before and after them', () => {
    const part = fc.string({ unit: fc.constantFrom('a', 'b', 'ab ', ' '), maxLength: 60 })
    fc.assert(
      fc.property(part, part, part, part, (before, quote, after, more) => {
        const { text } = squeeze(`${before}[${quote}]${after}`)
        const start = text.indexOf('[')
        const words = wordsAt(text, start, text.indexOf(']') + 1)
        expect(findWords(text, words)).toEqual({ start })
        const longer = squeeze(`${more} ${text}`).text
        const found = findWords(longer, words)
        if (typeof found !== 'string') expect(found.start).toBe(longer.indexOf('['))
      }),
    )
  })
})

describe('[N15] a redaction', () => {
  const phrase = 'the Marigold key'
  it('leaves nothing of the phrase, wherever it lies', () => {
    const whole = 'They gave the Marigold key away, and nobody knew it at all.'
    const clean = 'They gave [removed] away, and nobody knew it at all.'
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(whole.length - 1), (a, b) => {
        const words = wordsAt(whole, Math.min(a, b), Math.max(a, b) + 1)
        for (const text of [clean, null]) {
          const left = redactWords(words, phrase, text)
          expect(Object.values(left).join('|')).not.toMatch(/Marigold|the M|d key/i)
        }
      }),
    )
  })

  it('keeps words that it does not touch', () => {
    const words = { quote: 'nobody knew', before: 'They gave the Marigold key, and ', after: ' it.' }
    expect(redactWords(words, phrase, 'They gave [removed], and nobody knew it.').quote).toBe('nobody knew')
    expect(redactWords(words, phrase, 'Something else.').quote).toBe('[removed]')
  })
})
