import { describe, expect, it } from 'vitest'
import { excerpt } from '#domain/text/excerpt.ts'

describe('an excerpt', () => {
  it('leaves short texts as they are, on one line', () => {
    expect(excerpt('A short\n\n text. ', 40)).toBe('A short text.')
  })

  it('is cut at a word and never longer than asked for', () => {
    expect(excerpt('one two three four five', 14)).toBe('one two three…')
    for (let most = 2; most < 30; most++) {
      expect(excerpt('word '.repeat(20), most).length).toBeLessThanOrEqual(most)
      expect(excerpt('x'.repeat(100), most)).toHaveLength(most)
    }
  })
})
