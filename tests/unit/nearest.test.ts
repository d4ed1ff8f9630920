import { describe, expect, it } from 'vitest'
import { editDistance, nearestSlugs } from '../../domain/text/nearest.ts'

const known = ['open-source-maximalism', 'open-source-agi', 'pause', 'public-ai', 'compute-governance']

describe('the nearest slugs', () => {
  it('forgive a few wrong letters', () => {
    expect(nearestSlugs('open-sorce-maximalsm', known)[0]).toBe('open-source-maximalism')
    expect(nearestSlugs('pauze', known)).toEqual(['pause'])
  })

  it('complete a beginning and share long words', () => {
    expect(nearestSlugs('compute', known)).toEqual(['compute-governance'])
    expect(nearestSlugs('source', known)).toEqual(['open-source-agi', 'open-source-maximalism'])
  })

  it('offer nothing where nothing is alike', () => {
    expect(nearestSlugs('zzzzzzzz', known)).toEqual([])
    expect(nearestSlugs('', known)).toEqual([])
  })

  it('count letters', () => {
    expect(editDistance('pause', 'cause')).toBe(1)
    expect(editDistance('', 'abc')).toBe(3)
    expect(editDistance('same', 'same')).toBe(0)
  })

  it('count a sign of two code units as one letter', () => {
    expect(editDistance('👍👍👍', '👎👎👎')).toBe(3)
    expect(editDistance('', '👍')).toBe(1)
    expect(editDistance('a👍', 'a')).toBe(1)
  })
})
