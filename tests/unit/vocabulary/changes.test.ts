import { describe, expect, it } from 'vitest'
import type { CountingWord } from '../../../domain/entries/covered-words.ts'
import type { Outcome, WordChange } from '../../../domain/vocabulary/changes.ts'
import {
  addWord,
  mergeTag,
  moveWord,
  retireWord,
  rewordWord,
  takeTagApart,
} from '../../../domain/vocabulary/changes.ts'
import { mergedTags, wordsOf } from '../../../domain/vocabulary/lists.ts'

const lever = (id: string, position: number): CountingWord => ({
  ...{ kind: 'lever', id, revision: 1, position },
  data: { id, name: id.toUpperCase(), description: `About ${id}.`, side: 'mixed' },
})
const axis: CountingWord = {
  ...{ kind: 'axis', id: 'coercion', revision: 4, position: 1 },
  data: {
    ...{ id: 'coercion', name: 'Coercion', description: 'How hard.' },
    values: ['consent', 'market'].map((id) => ({ id, name: id, description: id })),
  },
}
const tag = (id: string, into?: string): CountingWord => ({
  ...{ kind: 'tag', id, revision: 1, position: 0 },
  data: { id, description: '', ...(into && { into }) },
})
const rows = [lever('speed', 0), lever('access', 1), lever('trust', 2), axis]
const speed = { list: 'lever', id: 'speed', revision: 1 } as const
const market = { list: 'coercion', id: 'market', revision: 4 } as const

function done(outcome: Outcome): WordChange {
  if ('words' in outcome) throw new Error(outcome.words)
  return outcome
}

/** The rows after a change, each in its latest revision. */
function changed(before: readonly CountingWord[], change: Outcome): CountingWord[] {
  const { rows: written } = done(change)
  const key = ({ kind, id }: CountingWord) => `${kind}/${id}`
  return [...before.filter((row) => !written.some((one) => key(one) === key(row))), ...written]
}

describe('words of the vocabulary', () => {
  it('[U20] are worded anew under the same id, in a new revision; nothing else of them changes', () => {
    const { rows: written } = done(rewordWord(rows, speed, { name: 'Pace', description: 'How fast.' }))
    expect(written).toEqual([
      { ...rows[0], revision: 2, data: { id: 'speed', name: 'Pace', description: 'How fast.', side: 'mixed' } },
    ])
    const [row] = done(rewordWord(rows, market, { name: 'Price', description: 'Paid.' })).rows
    expect(row).toMatchObject({ kind: 'axis', id: 'coercion', revision: 5 })
    expect(wordsOf([row as CountingWord], 'coercion').map(({ id, name }) => [id, name])).toEqual([
      ['consent', 'consent'],
      ['market', 'Price'],
    ])
  })

  it('[U21] have a name of their own in their list', () => {
    expect(rewordWord(rows, speed, { name: 'access', description: 'x' })).toMatchObject({ field: 'name' })
    expect(addWord(rows, 'coercion', { name: 'Market', description: 'x' })).toMatchObject({ field: 'name' })
    expect(done(rewordWord(rows, speed, { name: 'Speed', description: 'x' })).rows).toHaveLength(1)
  })

  it('[U22] are retired where nothing uses them, and come back under their name', () => {
    expect(retireWord(rows, speed, 1)).toMatchObject({ code: 'conflict' })
    const without = changed(rows, retireWord(rows, speed, 0))
    expect(wordsOf(without, 'lever').find(({ id }) => id === 'speed')).toMatchObject({ retired: true })
    expect(rewordWord(without, { ...speed, revision: 2 }, { name: 'x', description: 'x' })).toMatchObject({
      code: 'not-found',
    })
    const back = changed(without, addWord(without, 'lever', { name: 'Speed', description: 'Again.', side: 'mixed' }))
    expect(wordsOf(back, 'lever').find(({ id }) => id === 'speed')).toMatchObject({ retired: false, revision: 3 })
    const fewer = changed(rows, retireWord(rows, market, 0))
    const again = changed(fewer, addWord(fewer, 'coercion', { name: 'Market', description: 'Again.' }))
    expect(wordsOf(again, 'coercion').map(({ id, retired }) => [id, retired])).toEqual([
      ['consent', false],
      ['market', false],
    ])
  })

  it('[U22] added ones stand at the end, with an address that is free', () => {
    const [row] = done(addWord(rows, 'lever', { name: 'Übersicht & order', description: 'x' })).rows
    expect(row).toMatchObject({ id: 'ubersicht-order', position: 3, revision: 1 })
    expect(addWord(rows, 'lever', { name: '…', description: 'x' })).toMatchObject({ field: 'name' })
    const renamed = changed(rows, rewordWord(rows, speed, { name: 'Pace', description: 'x' }))
    expect(addWord(renamed, 'lever', { name: 'Speed', description: 'x' })).toMatchObject({ field: 'name' })
  })

  it('[U23] the axes are neither added nor retired', () => {
    expect(addWord(rows, 'axis', { name: 'Cost', description: 'x' })).toMatchObject({ code: 'conflict' })
    expect(retireWord(rows, { list: 'axis', id: 'coercion', revision: 4 }, 0)).toMatchObject({ code: 'conflict' })
  })

  it('[U24] move past their neighbour and never past an end', () => {
    const order = (all: CountingWord[]) => wordsOf(all, 'lever').map(({ id }) => id)
    expect(order(changed(rows, moveWord(rows, speed, 1)))).toEqual(['access', 'speed', 'trust'])
    expect(moveWord(rows, speed, -1)).toMatchObject({ code: 'conflict' })
    const values = changed(rows, moveWord(rows, market, -1))
    expect(wordsOf(values, 'coercion').map(({ id }) => id)).toEqual(['market', 'consent'])
  })

  it('[U25] [U26] tags are merged, also in chains, and taken apart again; nothing else is', () => {
    const open = { list: 'tag', id: 'open', revision: 0 } as const
    const merged = changed([tag('c', 'open')], mergeTag([tag('c', 'open')], open, 'Open weights'))
    expect(Object.fromEntries(mergedTags(merged))).toEqual({ c: 'open-weights', open: 'open-weights' })
    expect(mergeTag(rows, speed, 'access')).toMatchObject({ code: 'conflict' })
    expect(mergeTag([], open, 'open')).toMatchObject({ field: 'into' })
    expect(mergeTag([], open, '…')).toMatchObject({ field: 'into' })
    // Into one that went into this one: following them would not end.
    expect(mergeTag([tag('b', 'open')], open, 'b')).toMatchObject({ field: 'into' })
    const apart = changed(merged, takeTagApart(merged, { ...open, revision: 1 }))
    expect(Object.fromEntries(mergedTags(apart))).toEqual({ c: 'open' })
  })

  it('[U27] that another changed meanwhile are not overwritten', () => {
    const late = { ...speed, revision: 0 }
    for (const outcome of [
      rewordWord(rows, late, { name: 'x', description: 'x' }),
      retireWord(rows, late, 0),
      moveWord(rows, late, 1),
      mergeTag([tag('open')], { list: 'tag', id: 'open', revision: 0 }, 'b'),
    ]) {
      expect(outcome).toMatchObject({ code: 'conflict' })
    }
  })
})
