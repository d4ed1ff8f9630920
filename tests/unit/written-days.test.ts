import { describe, expect, it } from 'vitest'
import { inOrder } from '../../domain/entries/ordinal-axes.ts'
import { dayInWords } from '../../domain/text/day.ts'

describe('a day as it was typed', () => {
  it('is written as pages write days, and left alone where it is none', () => {
    const plain = (typed: string) => dayInWords(typed).replaceAll('\u00a0', ' ')
    expect(plain('2026-11-24')).toBe('24 Nov 2026')
    expect(plain('2026-09-01')).toBe('1 Sept 2026')
    expect(plain('2026-11')).toBe('Nov 2026')
    for (const typed of ['2026', '', 'last winter', '2026-13-01']) expect(dayInWords(typed)).toBe(typed)
  })
})

describe('the values of an axis', () => {
  it('stand in their order wherever they are listed, and those without one behind them', () => {
    const values = ['neutral', 'post-transition', 'pre-transition', 'during-transition'].map((id) => ({ id }))
    const [axis] = inOrder([{ id: 'time-horizon', values }])
    expect(axis?.values.map(({ id }) => id)).toEqual([
      'pre-transition',
      'during-transition',
      'post-transition',
      'neutral',
    ])
    expect(inOrder([{ id: 'acts-on', values }])[0]?.values).toEqual(values)
  })
})
