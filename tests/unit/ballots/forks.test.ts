import { expect, it } from 'vitest'
import { forkOptions, forksAfter, forksFault, forksIn } from '../../../domain/ballots/forks.ts'
import { makeOptions } from '../../../domain/ballots/options.ts'

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

it('[B73] promotes what was taken and returns the others; all of them where the status quo holds', () => {
  const after = (winner: string) => forksAfter(options, { options: { winner, ahead: [], points: [] } })
  expect(after('b')).toEqual([
    { draftId: 'a', state: 'returned' },
    { draftId: 'b', state: 'promoted' },
  ])
  expect(after('status-quo').map(({ state }) => state)).toEqual(['returned', 'returned'])
  expect(forksAfter(makeOptions(['One', 'Other']), { options: { winner: 'a', ahead: [], points: [] } })).toEqual([])
})
