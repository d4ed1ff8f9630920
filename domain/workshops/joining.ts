/** Before the planned start people may wait in the lobby for so long. */
export const lobbyOpens = 12 * 60 * 60 * 1000

export const shortestGuestName = 2
export const longestGuestName = 40

export interface Door {
  state: 'planned' | 'live' | 'ended'
  startsAt: number
  codeRevokedAt: number | null
  guests: 'welcome' | 'refused'
  capacity: number
}

export interface Comer {
  /** Without an account. */
  guest: boolean
  facilitator: boolean
  /** How they stand in the room by now. */
  standing: 'new' | 'in' | 'left' | 'removed'
}

export type JoinDecision =
  | 'join'
  | 'already-in'
  | 'ended'
  | 'revoked'
  | 'too-early'
  | 'guests-refused'
  | 'removed'
  | 'full'

/**
 * May somebody who has the code come in ([J2]–[J6])?
 *
 * @param present how many are in the room.
 */
export function decideJoin(door: Door, comer: Comer, present: number, now: number): JoinDecision {
  if (comer.standing === 'in') return 'already-in'
  if (door.state === 'ended') return 'ended'
  if (comer.standing === 'removed') return 'removed'
  if (comer.facilitator) return 'join'
  // Who was in may come back with the old code.
  if (door.codeRevokedAt !== null && comer.standing !== 'left') return 'revoked'
  if (door.state === 'planned' && now < door.startsAt - lobbyOpens) return 'too-early'
  if (comer.guest && door.guests === 'refused') return 'guests-refused'
  return present >= door.capacity ? 'full' : 'join'
}
