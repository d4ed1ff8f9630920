import type { GuestPolicy } from './words.ts'

/** Before the planned start people may wait in the lobby for so long. */
export const lobbyOpens = 12 * 60 * 60 * 1000

/** Who waits at the door and was not seen for so long is not waiting any more ([J12]). */
export const waitsUnseen = 10 * 60 * 1000

export const shortestGuestName = 2
export const longestGuestName = 40

export interface Door {
  state: 'planned' | 'live' | 'ended'
  startsAt: number
  codeRevokedAt: number | null
  guests: GuestPolicy
  capacity: number
}

export interface Comer {
  /** Without an account. */
  guest: boolean
  facilitator: boolean
  /** How they stand in the room by now, or at its door. */
  standing: 'new' | 'in' | 'left' | 'removed' | 'waiting' | 'turned-away'
}

export interface Crowd {
  present: number
  waiting: number
}

export type JoinDecision =
  | 'join'
  | 'wait'
  | 'already-waiting'
  | 'already-in'
  | 'ended'
  | 'revoked'
  | 'too-early'
  | 'guests-refused'
  | 'removed'
  | 'turned-away'
  | 'full'
  | 'door-full'

/**
 * May somebody who has the code come in ([J2]–[J6], [J12])?
 *
 * @param crowd how many are in the room and at its door; who waits holds no place in the room.
 */
export function decideJoin(door: Door, comer: Comer, crowd: Crowd, now: number): JoinDecision {
  const { present, waiting } = crowd
  if (comer.standing === 'in') return 'already-in'
  if (door.state === 'ended') return 'ended'
  if (comer.standing === 'removed' || comer.standing === 'turned-away') return comer.standing
  if (comer.facilitator) return 'join'
  // Who was in may come back with the old code.
  if (door.codeRevokedAt !== null && comer.standing !== 'left') return 'revoked'
  if (door.state === 'planned' && now < door.startsAt - lobbyOpens) return 'too-early'
  if (comer.guest && door.guests === 'refused') return 'guests-refused'
  if (comer.guest && door.guests === 'approve') {
    if (comer.standing === 'waiting') return 'already-waiting'
    return present >= door.capacity ? 'full' : waiting >= door.capacity ? 'door-full' : 'wait'
  }
  return present >= door.capacity ? 'full' : 'join'
}
