import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Item } from '../../../domain/notifications/inbox.ts'
import { forgottenAfter, sortInbox } from '../../../domain/notifications/inbox.ts'
import { kindIds, kinds, whyLine } from '../../../domain/notifications/kinds.ts'
import { snoozedUntil, snoozes } from '../../../domain/notifications/snooze.ts'
import { day } from '../../../domain/text/day.ts'

const now = Date.UTC(2026, 10, 24, 12)
let n = 0
const item = (thing: string, change: Partial<Item> = {}): Item => ({
  thing,
  says: `reply ${n++}`,
  at: now - 1000,
  doneAt: null,
  snoozedUntil: null,
  settlement: 'told',
  ...change,
})
const things = (groups: { thing: string }[]) => groups.map(({ thing }) => thing)

test('[I9] what waits comes under Needs you with the news of the same thing', () => {
  const inbox = sortInbox([item('thread/a'), item('thread/a', { settlement: 'waits' }), item('thread/b')], now)
  expect(things(inbox.needs)).toEqual(['thread/a'])
  expect(inbox.needs[0]?.items).toHaveLength(2)
  expect(things(inbox.watching)).toEqual(['thread/b'])
})

test('[I9] what is answered, over or put away goes to Done by itself', () => {
  const inbox = sortInbox(
    [
      item('thread/a', { settlement: 'answered' }),
      item('thread/b', { settlement: 'over' }),
      item('thread/c', { doneAt: now }),
      item('thread/d', { settlement: 'waits', doneAt: now }),
    ],
    now,
  )
  expect(things(inbox.done)).toEqual(['thread/a', 'thread/b', 'thread/c', 'thread/d'])
  expect([inbox.needs, inbox.watching, inbox.snoozed]).toEqual([[], [], []])
})

test('[I10] newest first; what was snoozed is new when it comes back', () => {
  const inbox = sortInbox(
    [
      item('thread/old', { at: now - 3 * day, snoozedUntil: now - 10, settlement: 'waits' }),
      item('thread/new', { at: now - 20, settlement: 'waits' }),
      item('thread/asleep', { at: now - 5, snoozedUntil: now + 10, settlement: 'waits' }),
    ],
    now,
  )
  expect(things(inbox.needs)).toEqual(['thread/old', 'thread/new'])
  expect(things(inbox.snoozed)).toEqual(['thread/asleep'])
})

test('[I2] of two that say the same, the newer stands', () => {
  const said = { says: 'outcome-confirm x', settlement: 'waits' } as const
  const inbox = sortInbox(
    [item('thread/a', { ...said, at: now - 50 }), item('thread/a', { ...said, at: now - 5 })],
    now,
  )
  expect(inbox.needs[0]?.items.map(({ at }) => at)).toEqual([now - 5])
})

test('[I11] after half a year it is done', () => {
  const old = item('thread/a', { at: now - forgottenAfter, settlement: 'waits' })
  expect(things(sortInbox([old], now).done)).toEqual(['thread/a'])
  expect(things(sortInbox([{ ...old, at: old.at + 1 }], now).needs)).toEqual(['thread/a'])
})

test('[I9] every thing stands in exactly one place, and nothing that waits is lost', () => {
  const items = fc.record({
    thing: fc.constantFrom('thread/a', 'thread/b', 'draft/c'),
    says: fc.constantFrom('reply x', 'outcome y'),
    at: fc.integer({ min: now - 10 * day, max: now }),
    doneAt: fc.option(fc.constant(now)),
    snoozedUntil: fc.option(fc.integer({ min: now - day, max: now + day })),
    settlement: fc.constantFrom('waits', 'answered', 'over', 'told'),
  })
  fc.assert(
    fc.property(fc.array(items), (all) => {
      const inbox = sortInbox(all as Item[], now)
      const places = Object.values(inbox).flatMap(things)
      expect([...places].sort()).toEqual([...new Set(all.map(({ thing }) => thing))].sort())
      const open = all.filter((one) => one.doneAt === null && ['waits', 'told'].includes(one.settlement))
      const hidden = (one: (typeof all)[number]) =>
        open.some((other) => other.thing === one.thing && other.says === one.says && other.at > one.at)
      const waiting = open.filter((one) => one.settlement === 'waits' && (one.snoozedUntil ?? 0) <= now && !hidden(one))
      for (const { thing } of waiting) expect(things(inbox.needs)).toContain(thing)
    }),
  )
})

test('[I12] something snoozed comes back at 06:00 UTC of the next day, or of the next Monday', () => {
  // A Tuesday.
  expect(new Date(snoozedUntil('tomorrow', now)).toISOString()).toBe('2026-11-25T06:00:00.000Z')
  expect(new Date(snoozedUntil('next-week', now)).toISOString()).toBe('2026-11-30T06:00:00.000Z')
  const monday = Date.UTC(2026, 10, 30, 1)
  expect(new Date(snoozedUntil('next-week', monday)).toISOString()).toBe('2026-12-07T06:00:00.000Z')
  fc.assert(
    fc.property(fc.constantFrom(...snoozes), fc.integer({ min: 0, max: 4e12 }), (choice, at) => {
      const until = snoozedUntil(choice, at)
      expect(until).toBeGreaterThan(at)
      expect(until - at).toBeLessThanOrEqual(7 * day + 6 * 3_600_000)
    }),
  )
})

test('[I4] every kind says in one line why it came, with and without a name', () => {
  for (const id of kindIds) {
    for (const by of ['Ana Duarte', null]) {
      const line = whyLine(id, { by, count: 1 })
      expect(line, id).toMatch(/^[A-Z][^{}]{8,90}[^.{}]$/)
      expect(line.includes('Ana Duarte'), id).toBe(by !== null && kinds[id].why.includes('{by}'))
    }
  }
})

test('[I5] a line that stands for several says how many', () => {
  expect(whyLine('contribution', { by: 'Ana Duarte', count: 3 })).toBe(
    '3 new contributions in a thread you take part in',
  )
})
