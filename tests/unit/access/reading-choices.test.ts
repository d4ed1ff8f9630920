import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readMoment } from '../../../app/features/ballots/read-moment.ts'
import { readZone, zoneNames } from '../../../domain/access/reading-choices.ts'

describe('a time zone', () => {
  it('[A13] is one of the list or another name of one, or none', () => {
    expect(readZone('Europe/Lisbon')).toEqual({ zone: 'Europe/Lisbon' })
    expect(readZone('UTC')).toEqual({ zone: 'UTC' })
    expect(readZone('')).toEqual({ zone: null })
    expect(readZone('Etc/UTC')).toEqual({ zone: 'UTC' })
    for (const name of ['Asia/Kathmandu', 'Asia/Kolkata'])
      expect(zoneNames()).toContain(Object.values(readZone(name))[0])
    expect(new Set(zoneNames()).size).toBe(zoneNames().length)
  })

  it.each(['Mars/Olympus', '+02:00', 'Europe/Lisbon ', '../etc/passwd', 'Europe/Lisbon\n', 'constructor'])(
    '[A13] that does not exist is refused with words: %j',
    (typed) => expect(readZone(typed)).toEqual({ problem: expect.stringContaining('There is no time zone') }),
  )

  it('is what a moment is typed in where no script says it in UTC', () => {
    const form = (fields: Record<string, string>) => (name: string) => fields[name] ?? ''
    const typed = { when: 'at', whenAt: '2026-07-01T12:00', whenAtUtc: '' }
    expect(readMoment(form({ ...typed, whenZone: 'Europe/Lisbon' }), 'when', [], 0)).toBe(Date.UTC(2026, 6, 1, 11))
    expect(readMoment(form({ ...typed, whenZone: 'Mars/Olympus' }), 'when', [], 0)).toBe(Date.UTC(2026, 6, 1, 12))
    expect(readMoment(form({ ...typed, whenAt: 'soon' }), 'when', [], 0)).toBeNaN()
  })
})

describe('a chosen theme', () => {
  const tokensOf = (css: string, selector: string) => {
    const [, block = ''] = css.split(`${selector} {`)
    const inside = block.slice(0, block.indexOf('}'))
    return [...inside.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => `${name}: ${value}`)
  }
  const read = (name: string) => readFileSync(`app/styles/${name}.css`, 'utf8')

  it('that is dark has the tokens of a dark system', () => {
    const system = tokensOf(read('tokens'), ':root:not([data-theme="light"])')
    expect(system.length).toBeGreaterThan(20)
    expect(tokensOf(read('chosen'), ':root[data-theme="dark"]')).toEqual(system)
    const history = tokensOf(read('history'), ':root:not([data-theme="light"])')
    expect(tokensOf(read('history'), ':root[data-theme="dark"]')).toEqual(history)
  })
})
