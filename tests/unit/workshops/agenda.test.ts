import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  agendaFault,
  firstOpen,
  mostInstruction,
  plannedOffsets,
  totalMinutes,
} from '../../../domain/workshops/agenda.ts'
import { codeBytes, makeCode, readCode, showCode } from '../../../domain/workshops/code.ts'
import { templates, usualPhase } from '../../../domain/workshops/templates.ts'

const read = usualPhase('read', 5)

describe('an agenda', () => {
  it('[A1] needs titles, whole minutes and short instructions, and names the phase at fault', () => {
    expect(agendaFault([read])).toBeNull()
    expect(agendaFault([read, { ...read, title: '' }])).toMatchObject({ phase: 2, field: 'title' })
    for (const minutes of [-1, 1.5, 241, Number.NaN]) {
      expect(agendaFault([{ ...read, minutes }])).toMatchObject({ phase: 1, field: 'minutes' })
    }
    const instruction = 'x'.repeat(mostInstruction + 1)
    expect(agendaFault([{ ...read, instruction }])).toMatchObject({ phase: 1, field: 'instruction' })
  })

  it('[A2] is open after the present phase', () => {
    expect(firstOpen(null)).toBe(1)
    expect(firstOpen(3)).toBe(4)
  })

  it.each(templates)('[A3] $name takes as long as it says and is without fault', ({ id, phases }) => {
    expect(totalMinutes(phases)).toBe(Number(id))
    expect(agendaFault(phases)).toBeNull()
    const kinds = phases.map(({ kind }) => kind)
    expect(kinds[0]).toBe('gather')
    expect(kinds.at(-1)).toBe('wrap-up')
    expect(kinds.indexOf('reveal')).toBeGreaterThan(kinds.indexOf('ballot'))
    expect(plannedOffsets(phases).slice(0, 2)).toEqual([0, (phases[0]?.minutes ?? 0) * 60_000])
  })

  it('[A3] goes in sixty minutes from gathering to a text voted on, in the order of the room', () => {
    const hour = templates.find(({ id }) => id === '60')?.phases.map(({ kind }) => kind)
    expect(hour?.join(' ')).toBe('gather read statements argue agree co-write last-call ballot reveal wrap-up')
  })
})

describe('a join code', () => {
  it('[J1] is three letters and four digits that no eye mistakes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: codeBytes, maxLength: codeBytes }), (bytes) => {
        const code = makeCode(bytes)
        if (code === null) return
        expect(code).toMatch(/^[A-HJ-NP-Z]{3}[2-9]{4}$/)
        expect(readCode(showCode(code))).toBe(code)
      }),
    )
  })

  it('[J2] is read whatever its case, spaces and hyphens', () => {
    for (const typed of ['ABC-4827', 'abc4827', ' a b c – 48 27 ', 'Abc_4827']) expect(readCode(typed)).toBe('ABC4827')
    for (const typed of ['', 'ABC-482', 'ABO-4827', 'ABC-4801', 'AB4-827C']) expect(readCode(typed)).toBeNull()
  })
})
