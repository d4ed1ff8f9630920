import { expect, test } from 'vitest'
import { confirmationTerm, decideConfirm, standingOf } from '../../../domain/threads/standing.ts'

const resolved = { resolvedBy: 'ana', resolvedAt: 1_000, confirmedBy: null }
const open = { resolvedBy: null, resolvedAt: null, confirmedBy: null }

test('[T22] an outcome is provisional for a day, unless somebody confirms it', () => {
  expect(standingOf(open, 5)).toBeNull()
  expect(standingOf(resolved, 1_000 + confirmationTerm - 1)).toBe('provisional')
  expect(standingOf(resolved, 1_000 + confirmationTerm)).toBe('confirmed')
  expect(standingOf({ ...resolved, confirmedBy: 'farid' }, 1_001)).toBe('confirmed')
})

test('[T23] somebody else confirms it, once', () => {
  expect(decideConfirm(resolved, 'farid', 2_000)).toBe('confirm')
  expect(decideConfirm(resolved, 'ana', 2_000)).toBe('own-resolution')
  expect(decideConfirm({ ...resolved, confirmedBy: 'farid' }, 'edda', 2_000)).toBe('confirmed-already')
  expect(decideConfirm(resolved, 'farid', 1_000 + confirmationTerm)).toBe('confirmed-already')
  expect(decideConfirm(open, 'farid', 2_000)).toBe('nothing-to-confirm')
})
