import { describe, expect, it } from 'vitest'
import { hasMovedOn, placeAddress, placeIn, roomTabs } from '../../../app/features/workshops/room-place.ts'

const room = (position: number | null, state: 'planned' | 'live' | 'ended' = 'live') => ({
  state,
  phase: position === null ? null : { position, kind: 'argue' as const, title: '', instruction: '', material: '' },
})

describe('[F1] where somebody is in a room', () => {
  it('stands in the address, and following needs nothing there', () => {
    for (const tab of roomTabs) {
      const place = { tab, since: tab === 'task' ? null : '3', draft: tab === 'text' ? 'abc' : null }
      const to = new URL(placeAddress('ABC-4827', place), 'https://example.org')
      expect(placeIn(to.searchParams)).toEqual(place)
    }
    expect(placeIn(new URLSearchParams('since=3'))).toEqual({ tab: 'task', since: null, draft: null })
    expect(placeIn(new URLSearchParams('tab=attic')).tab).toBe('task')
  })
})

describe('[F2] whether the room has gone on since somebody began to look around', () => {
  it('is so after another phase, the start and the end, and not after coming back to the same', () => {
    const place = placeIn(new URLSearchParams('tab=text&since=3'))
    expect(hasMovedOn(place, room(3))).toBe(false)
    expect(hasMovedOn(place, room(4))).toBe(true)
    expect(hasMovedOn(place, room(null, 'ended'))).toBe(true)
    const early = placeIn(new URLSearchParams('tab=me&since=planned'))
    expect(hasMovedOn(early, room(null, 'planned'))).toBe(false)
    expect(hasMovedOn(early, room(1))).toBe(true)
  })

  it('is never said to who follows', () => {
    expect(hasMovedOn(placeIn(new URLSearchParams('since=1')), room(4))).toBe(false)
  })
})
