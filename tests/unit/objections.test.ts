import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Disposition, ObjectionState } from '../../domain/objections/rules.ts'
import {
  blocking,
  canDispose,
  canWithdraw,
  canWordNote,
  dispositions,
  givenDispositions,
  isShownTo,
  minorityNote,
  needsReason,
} from '../../domain/objections/rules.ts'

const open: ObjectionState = { ownerId: 'owner', disposition: 'open', sealed: false }

describe('objections', () => {
  it('[O2] [O3] somebody else disposes of an open one, once', () => {
    expect(canDispose(open, 'moderator')).toBe(true)
    expect(canDispose(open, 'owner')).toBe(false)
    for (const disposition of dispositions.filter((one) => one !== 'open')) {
      expect(canDispose({ ...open, disposition }, 'moderator'), disposition).toBe(false)
    }
  })

  it('[O3] every given disposition but adopted says why', () => {
    expect(givenDispositions.filter((one) => !needsReason(one))).toEqual(['adopted'])
    expect(givenDispositions).not.toContain('withdrawn')
    expect(givenDispositions).not.toContain('open')
  })

  it('[O4] only its owner withdraws it, and only while it is open', () => {
    expect(canWithdraw(open, 'owner')).toBe(true)
    expect(canWithdraw(open, 'moderator')).toBe(false)
    expect(canWithdraw({ ...open, disposition: 'dismissed' }, 'owner')).toBe(false)
  })

  it('[O5] only its owner words the note, once answered and not adopted in full, until publication', () => {
    const worded = dispositions.filter((disposition) => canWordNote({ ...open, disposition }, 'owner', false))
    expect(worded).toEqual(['adopted-in-part', 'dismissed', 'minority-note'])
    expect(canWordNote({ ...open, disposition: 'dismissed' }, 'moderator', false)).toBe(false)
    expect(canWordNote({ ...open, disposition: 'dismissed' }, 'owner', true)).toBe(false)
  })

  it('[O5] the note is in the owner’s words, or else the objection itself', () => {
    const note = {
      disposition: 'minority-note',
      text: 'text',
      ownerId: 'owner',
      minorityNote: null,
      noteBy: null,
    } as const
    expect(minorityNote({ ...note, minorityNote: 'own words', noteBy: 'owner' })).toBe('own words')
    expect(minorityNote({ ...note, minorityNote: 'own words' })).toBe('own words')
    expect(minorityNote(note)).toBe('text')
    expect(minorityNote({ ...note, disposition: 'dismissed' })).toBeNull()
  })

  it('[O6] a sealed one is shown to its owner alone and cannot be disposed of or withdrawn', () => {
    const sealed = { ...open, sealed: true }
    expect(isShownTo(sealed, 'owner')).toBe(true)
    expect(isShownTo(sealed, 'moderator')).toBe(false)
    expect(isShownTo(sealed, null)).toBe(false)
    expect(isShownTo({ ...sealed, ownerId: null }, null)).toBe(false)
    expect(canDispose(sealed, 'moderator')).toBe(false)
    expect(canWithdraw(sealed, 'owner')).toBe(false)
  })

  it('[O7] every open one holds the draft back, sealed or not', () => {
    const all = [...dispositions.map((disposition) => ({ ...open, disposition })), { ...open, sealed: true }]
    expect(blocking(all).map(({ sealed }) => sealed)).toEqual([false, true])
  })

  it('[O8] one without an owner is disposed of but neither withdrawn nor worded', () => {
    const nobodys = { ...open, ownerId: null }
    expect(canDispose(nobodys, 'moderator')).toBe(true)
    expect(canWithdraw(nobodys, 'moderator')).toBe(false)
    expect(canWordNote({ ...nobodys, disposition: 'dismissed' }, 'moderator', false)).toBe(false)
  })

  it('[O2] no history leads back to open, and every open unsealed one has a way on', () => {
    const people = ['owner', 'moderator']
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 8 }), (acts) => {
        let state: ObjectionState = open
        let left = false
        for (const [who, what] of acts) {
          const by = people[who % people.length] ?? 'owner'
          const ways: Disposition[] = [
            ...(canDispose(state, by) ? givenDispositions : []),
            ...(canWithdraw(state, by) ? (['withdrawn'] as const) : []),
            ...(canWordNote(state, by, false) ? (['minority-note'] as const) : []),
          ]
          if (state.disposition === 'open') expect(ways.length).toBeGreaterThan(0)
          const next = ways[what % Math.max(1, ways.length)]
          if (next) state = { ...state, disposition: next }
          left ||= state.disposition !== 'open'
          if (left) expect(state.disposition).not.toBe('open')
        }
      }),
    )
  })
})
