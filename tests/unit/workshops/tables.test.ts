import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Sitter } from '../../../domain/workshops/tables.ts'
import {
  dealSeats,
  largestTable,
  lateSeat,
  readTables,
  smallestTable,
  tableCount,
  tablesBySize,
  typedTables,
} from '../../../domain/workshops/tables.ts'

const sitters = fc
  .array(fc.record({ guest: fc.boolean(), away: fc.boolean(), joinedAt: fc.nat(1000) }), { maxLength: 200 })
  .map((people) => people.map((one, i): Sitter => ({ ...one, actorId: `a${String(i).padStart(3, '0')}` })))
const tables = fc.integer({ min: 2, max: 20 })

/** How many of them sit at each table. */
function counts(seats: ReadonlyMap<string, number>, n: number, who: readonly Sitter[]): number[] {
  const at = Array.from({ length: n }, () => 0)
  for (const { actorId } of who) at[(seats.get(actorId) ?? 0) - 1] = (at[(seats.get(actorId) ?? 0) - 1] ?? 0) + 1
  return at
}
const spread = (numbers: readonly number[]) => Math.max(...numbers) - Math.min(...numbers)

describe('[T1] how many tables', () => {
  it('is none, two to twenty, or by size, and nothing else', () => {
    expect(['none', 'by-size', '2', '20'].map(readTables)).toEqual([0, tablesBySize, 2, 20])
    for (const typed of ['', '0', '1', '21', '-1', '2.5', 'two', '007']) expect(readTables(typed)).toBeNull()
    for (const typed of ['none', 'by-size', '2', '20']) expect(typedTables(readTables(typed) ?? 0)).toBe(typed)
  })

  it('leaves five to eight people at each where it goes by size, from ten people to a hundred and sixty', () => {
    for (let people = 10; people <= 160; people++) {
      const n = tableCount(tablesBySize, people) ?? 0
      expect([people, Math.floor(people / n) >= smallestTable, Math.ceil(people / n) <= largestTable]).toEqual([
        people,
        true,
        true,
      ])
    }
    expect([2, 9].map((people) => tableCount(tablesBySize, people))).toEqual([2, 2])
    expect(tableCount(tablesBySize, 500)).toBe(20)
  })

  it('is never more than there are people, and no split of fewer than two', () => {
    expect(tableCount(20, 7)).toBe(7)
    expect(tableCount(3, 40)).toBe(3)
    expect([tableCount(2, 1), tableCount(tablesBySize, 0), tableCount(0, 40)]).toEqual([null, null, null])
  })
})

describe('[T2] who sits where', () => {
  it('seats everybody at exactly one table, and no table has two people more than another', () => {
    fc.assert(
      fc.property(sitters, tables, (people, n) => {
        const seats = dealSeats(people, n)
        expect([...seats.keys()].sort()).toEqual(people.map(({ actorId }) => actorId).sort())
        for (const seat of seats.values()) expect(seat >= 1 && seat <= n).toBe(true)
        expect(spread(counts(seats, n, people))).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('spreads those who are there, and of them members and guests, as evenly as all', () => {
    fc.assert(
      fc.property(sitters, tables, (people, n) => {
        const seats = dealSeats(people, n)
        const here = people.filter(({ away }) => !away)
        for (const group of [here, here.filter(({ guest }) => !guest), here.filter(({ guest }) => guest)]) {
          expect(spread(counts(seats, n, group))).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  it('sets those apart who came in together', () => {
    const pair = (joinedAt: number, ...ids: string[]): Sitter[] =>
      ids.map((actorId) => ({ actorId, joinedAt, guest: true, away: false }))
    const seats = dealSeats([...pair(2, 'c', 'd'), ...pair(1, 'a', 'b')], 2)
    expect(Object.fromEntries(seats)).toEqual({ a: 1, b: 2, c: 1, d: 2 })
  })
})

describe('[T3] who comes late', () => {
  it('sits at a smallest table, the first of them, so that tables stay even', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 2, maxLength: 20 }), (seats) => {
        const n = lateSeat(seats)
        expect(seats[n - 1]).toBe(Math.min(...seats))
        expect(seats.slice(0, n - 1).every((one) => one > (seats[n - 1] ?? 0))).toBe(true)
      }),
    )
  })
})
