import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catchUp } from '../../../domain/workshops/catch-up.ts'

const room = { purpose: 'Agree on a signal.', over: ['Gather', 'Read'], about: 'Signals', wordings: 2, reasons: 1 }

describe('[K1] what who comes late reads first', () => {
  it('says what it is for, what is over and what is on the table', () => {
    expect(catchUp(room)).toEqual([
      'What it is for: Agree on a signal.',
      'Over already: Gather, Read.',
      'On the table for “Signals”: 2 wordings, 1 reason.',
    ])
    expect(catchUp({ ...room, wordings: 0, reasons: 0 })[2]).toBe(
      'On the table for “Signals”: no wording yet, no reason yet.',
    )
  })

  it('is never longer than three lines, and nothing while no phase is over', () => {
    const about = fc.option(fc.string(), { nil: null })
    fc.assert(
      fc.property(fc.array(fc.string()), about, fc.nat(), fc.nat(), (over, about, wordings, reasons) => {
        const lines = catchUp({ purpose: 'Why.', over, about, wordings, reasons })
        expect(lines.length).toBeLessThanOrEqual(3)
        expect(lines.length === 0).toBe(over.length === 0)
      }),
    )
  })
})
