import { expect, it } from 'vitest'
import {
  draftsDecided,
  forkLabels,
  forkOptions,
  forksAfter,
  forksFault,
  forksIn,
} from '../../../domain/ballots/forks.ts'
import { makeOptions, optionLimits, optionsFault } from '../../../domain/ballots/options.ts'

const draft = (id: string, change = {}) => ({ id, entryId: 'e', visibility: 'members' as const, ...change })

it('[B70] [B71] lets two to ten drafts of one entry stand, each once, and none that is private', () => {
  expect(forksFault([draft('a'), draft('b')])).toBeNull()
  expect(forksFault([draft('a')])).toMatch(/two drafts/)
  expect(forksFault(Array.from({ length: 11 }, (_, i) => draft(String(i))))).toMatch(/10 drafts/)
  expect(forksFault([draft('a'), draft('a')])).toMatch(/twice/)
  expect(forksFault([draft('a'), draft('b', { entryId: 'f' })])).toMatch(/one entry/)
  expect(forksFault([draft('a'), draft('b', { visibility: 'private' })])).toMatch(/private/)
})

const options = forkOptions(makeOptions(['One', 'Other']), [
  { draftId: 'a', snapshotId: 's' },
  { draftId: 'b', snapshotId: 't' },
])

it('[B70] each option stands for a frozen text, the status quo for none', () => {
  expect(options.map(({ id, snapshotId }) => [id, snapshotId])).toEqual([
    ['a', 's'],
    ['b', 't'],
    ['status-quo', undefined],
  ])
  expect(forksIn(options)).toEqual(['a', 'b'])
  expect(forksIn(null)).toEqual([])
})

it('[B25] [B26] [B73] decides about the one text or all that stand, and about none in a sense check or a choice', () => {
  const ballot = { rule: 'consent' as const, reportId: null, draftId: 'a', options: null }
  expect(draftsDecided(ballot)).toEqual(['a'])
  expect(draftsDecided({ ...ballot, rule: 'ranked', draftId: null, options })).toEqual(['a', 'b'])
  expect(draftsDecided({ ...ballot, rule: 'sense-check' })).toEqual([])
  expect(draftsDecided({ ...ballot, rule: 'ranked', options: makeOptions(['One', 'Other']) })).toEqual([])
})

it('[B73] promotes what was taken and returns the others; all of them where the status quo holds', () => {
  const after = (winner: string) => forksAfter(options, { options: { winner, ahead: [], points: [] } })
  expect(after('b')).toEqual([
    { draftId: 'a', state: 'returned' },
    { draftId: 'b', state: 'promoted' },
  ])
  expect(after('status-quo').map(({ state }) => state)).toEqual(['returned', 'returned'])
  expect(forksAfter(makeOptions(['One', 'Other']), { options: { winner: 'a', ahead: [], points: [] } })).toEqual([])
})

const named = (change = {}) => ({ title: 'A cap', owner: 'Noor Elbaz', reason: null, isForked: false, ...change })

it('[B76] calls no two drafts alike: by title and owner, then by why there is another, at last by a number', () => {
  expect(forkLabels([named(), named({ owner: 'Ines Duarte', reason: 'A lower one.' })])).toEqual([
    'A cap, by Noor Elbaz',
    'A cap, by Ines Duarte',
  ])
  expect(forkLabels([named({ isForked: true }), named({ reason: ' A lower\none. ' })])).toEqual([
    'A cap, by Noor Elbaz, the draft that was forked',
    'A cap, by Noor Elbaz: A lower one.',
  ])
  expect(forkLabels([named(), named({ title: 'a cap' }), named({ reason: 'A lower one.' })])).toEqual([
    'A cap, by Noor Elbaz, no. 1',
    'a cap, by Noor Elbaz, no. 2',
    'A cap, by Noor Elbaz: A lower one.',
  ])
})

it('[B76] a ballot can be opened with what they are called, however long their words are', () => {
  const long = { title: 'Caps '.repeat(60), owner: 'Noor '.repeat(40), reason: 'Because '.repeat(60) }
  const labels = forkLabels([named(long), named(long), named({ title: '' }), named({ title: '' })])
  expect(optionsFault(labels)).toBeNull()
  expect(Math.max(...labels.map(({ length }) => length))).toBeLessThanOrEqual(optionLimits.label)
})
