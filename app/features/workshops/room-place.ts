import type { RoomPage } from '#server/views/room-page.ts'

export const roomTabs = ['task', 'discuss', 'text', 'vote', 'me'] as const
export type RoomTab = (typeof roomTabs)[number]

/** Where a participant is in the room: following the task, or looking around by themselves. */
export interface RoomPlace {
  tab: RoomTab
  /** Where the room was when they began to look around, as `whereRoomIs` says it; null while they follow. */
  since: string | null
  /** The draft they read; null for the first. */
  draft: string | null
}

/** The place that an address names. Everything is in the address, so that it works without scripts. */
export function placeIn(search: URLSearchParams): RoomPlace {
  const tab = roomTabs.find((one) => one === search.get('tab')) ?? 'task'
  if (tab === 'task') return { tab, since: null, draft: null }
  return { tab, since: search.get('since'), draft: search.get('draft') }
}

/** The address of a place in a room. */
export function placeAddress(code: string, { tab, since, draft }: RoomPlace): string {
  const search = new URLSearchParams()
  if (tab !== 'task') {
    search.set('tab', tab)
    if (since !== null) search.set('since', since)
    if (draft !== null) search.set('draft', draft)
  }
  const query = search.toString()
  return query === '' ? `/w/${code}` : `/w/${code}?${query}`
}

/** Where the room is now: the position of its phase, or that it has none. */
export function whereRoomIs({ state, phase }: Pick<RoomPage, 'state' | 'phase'>): string {
  return phase === null ? state : String(phase.position)
}

/** Whether the room has gone on since somebody began to look around. */
export function hasMovedOn(place: RoomPlace, room: Pick<RoomPage, 'state' | 'phase'>): boolean {
  return place.since !== null && place.since !== whereRoomIs(room)
}
