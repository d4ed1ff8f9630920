import { expect, it } from 'vitest'
import { sameForAll } from '../../db/same-for-all.ts'
import type { Q, Store } from '../../db/store.ts'

function fakeStore() {
  let version = 1
  function commit() {
    version += 1
  }
  return { store: { read: {} as Q, version: () => version } as Store, commit }
}

it('asks once for all until something is committed', async () => {
  const { store, commit } = fakeStore()
  let asked = 0
  const query = async (_: Q, id: string) => `${id} ${++asked}`
  expect(await Promise.all([1, 2, 3].map(() => sameForAll(store, query, 'room')))).toEqual(Array(3).fill('room 1'))
  expect(await sameForAll(store, query, 'other')).toBe('other 2')
  commit()
  expect(await sameForAll(store, query, 'room')).toBe('room 3')
})

it('keeps the answers of two queries and of two databases apart', async () => {
  const [one, two] = [fakeStore(), fakeStore()]
  const first = async () => 'first'
  const second = async () => 'second'
  expect(await sameForAll(one.store, first)).toBe('first')
  expect(await sameForAll(one.store, second)).toBe('second')
  let asked = 0
  const counted = async () => ++asked
  await sameForAll(one.store, counted)
  expect(await sameForAll(two.store, counted)).toBe(2)
})

it('asks again after a query that failed, and keeps no more than a few hundred answers', async () => {
  const { store } = fakeStore()
  let asked = 0
  const query = async (_: Q, n: number) => {
    asked += 1
    if (asked === 1) throw new Error('busy')
    return n
  }
  await expect(sameForAll(store, query, 0)).rejects.toThrow('busy')
  expect(await sameForAll(store, query, 0)).toBe(0)
  for (let n = 1; n < 600; n += 1) await sameForAll(store, query, n)
  expect(asked).toBe(601)
  await sameForAll(store, query, 0)
  expect(asked).toBe(602)
})
