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

describe('coming into a room', () => {
  it('[J3] not after its end, with a revoked code, or long before the start', () => {
    expect(decideJoin(door, guest, 0, now)).toBe('join')
    expect(decideJoin({ ...door, state: 'ended' }, member, 0, now)).toBe('ended')
    expect(decideJoin({ ...door, codeRevokedAt: 1 }, guest, 0, now)).toBe('revoked')
    expect(decideJoin({ ...door, codeRevokedAt: 1 }, { ...member, standing: 'left' }, 0, now)).toBe('join')
    const planned: Door = { ...door, state: 'planned', startsAt: now + 12 * hour + 1 }
    expect(decideJoin(planned, guest, 0, now)).toBe('too-early')
    expect(decideJoin(planned, guest, 0, now + 1)).toBe('join')
    expect(decideJoin({ ...planned, state: 'live' }, guest, 0, now)).toBe('join')
  })

  it('[J4] [J5] [J6] guests where they are welcome, nobody beyond the capacity, nobody who was taken out', () => {
    expect(decideJoin({ ...door, guests: 'refused' }, guest, 0, now)).toBe('guests-refused')
    expect(decideJoin({ ...door, guests: 'refused' }, member, 0, now)).toBe('join')
    expect(decideJoin(door, guest, 3, now)).toBe('full')
    expect(decideJoin(door, { ...member, facilitator: true }, 3, now)).toBe('join')
    expect(decideJoin(door, { ...guest, standing: 'removed' }, 0, now)).toBe('removed')
    expect(decideJoin(door, { ...guest, standing: 'in' }, 3, now)).toBe('already-in')
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
