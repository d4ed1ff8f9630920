import { describe, expect, it } from 'vitest'
import { guestIsIn } from '../../../domain/access/guests.ts'
import { sessionEnd } from '../../../domain/access/session-lifetime.ts'
import type { Comer, Door } from '../../../domain/workshops/joining.ts'
import { decideJoin } from '../../../domain/workshops/joining.ts'

const hour = 3_600_000
const now = 1_000_000_000_000
const door: Door = { state: 'live', startsAt: now, codeRevokedAt: null, guests: 'welcome', capacity: 3 }
const guest: Comer = { guest: true, facilitator: false, standing: 'new' }
const member: Comer = { ...guest, guest: false }
const room = { present: 0, waiting: 0 }
const full = { present: 3, waiting: 0 }

describe('coming into a room', () => {
  it('[J3] not after its end, with a revoked code, or long before the start', () => {
    expect(decideJoin(door, guest, room, now)).toBe('join')
    expect(decideJoin({ ...door, state: 'ended' }, member, room, now)).toBe('ended')
    expect(decideJoin({ ...door, codeRevokedAt: 1 }, guest, room, now)).toBe('revoked')
    expect(decideJoin({ ...door, codeRevokedAt: 1 }, { ...member, standing: 'left' }, room, now)).toBe('join')
    const planned: Door = { ...door, state: 'planned', startsAt: now + 12 * hour + 1 }
    expect(decideJoin(planned, guest, room, now)).toBe('too-early')
    expect(decideJoin(planned, guest, room, now + 1)).toBe('join')
    expect(decideJoin({ ...planned, state: 'live' }, guest, room, now)).toBe('join')
  })

  it('[J4] [J5] [J6] guests where they are welcome, nobody beyond the capacity, nobody who was taken out', () => {
    expect(decideJoin({ ...door, guests: 'refused' }, guest, room, now)).toBe('guests-refused')
    expect(decideJoin({ ...door, guests: 'refused' }, member, room, now)).toBe('join')
    expect(decideJoin(door, guest, full, now)).toBe('full')
    expect(decideJoin(door, { ...member, facilitator: true }, full, now)).toBe('join')
    expect(decideJoin(door, { ...guest, standing: 'removed' }, room, now)).toBe('removed')
    expect(decideJoin(door, { ...guest, standing: 'in' }, full, now)).toBe('already-in')
  })
})

describe('[J12] where guests are let in one by one', () => {
  const asks: Door = { ...door, guests: 'approve' }

  it('a guest waits, holds no place by it, and comes in once the door is open to all; an account does not wait', () => {
    expect(decideJoin(asks, guest, room, now)).toBe('wait')
    expect(decideJoin(asks, member, { present: 2, waiting: 3 }, now)).toBe('join')
    expect(decideJoin(asks, { ...guest, standing: 'waiting' }, room, now)).toBe('already-waiting')
    expect(decideJoin(door, { ...guest, standing: 'waiting' }, room, now)).toBe('join')
    expect(decideJoin({ ...door, codeRevokedAt: 1 }, { ...guest, standing: 'waiting' }, room, now)).toBe('revoked')
  })

  it('nobody waits for a full room or behind as many as it holds, nor after being turned away', () => {
    expect(decideJoin(asks, guest, full, now)).toBe('full')
    expect(decideJoin(asks, guest, { present: 0, waiting: 3 }, now)).toBe('door-full')
    expect(decideJoin(door, { ...guest, standing: 'turned-away' }, room, now)).toBe('turned-away')
  })
})

describe('[A12] a guest', () => {
  const standing = { removedAt: null, claimedBy: null, workshopEndedAt: null }

  it('is nobody once taken out, claimed, or a day after the end', () => {
    expect(guestIsIn(standing, now)).toBe(true)
    expect(guestIsIn({ ...standing, removedAt: 1 }, now)).toBe(false)
    expect(guestIsIn({ ...standing, claimedBy: 'a' }, now)).toBe(false)
    expect(guestIsIn({ ...standing, workshopEndedAt: now - 24 * hour + 1 }, now)).toBe(true)
    expect(guestIsIn({ ...standing, workshopEndedAt: now - 24 * hour }, now)).toBe(false)
  })

  it('has a session of twelve hours without use and three days in all', () => {
    expect(sessionEnd('guest', now, now)).toBe(now + 12 * hour)
    expect(sessionEnd('guest', now, now + 70 * hour)).toBe(now + 72 * hour)
  })
})
