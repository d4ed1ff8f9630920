import type { Action } from '../../domain/access/policy.ts'

type Needs = readonly Action[]

const everybody: Needs = []
const lead = ['workshop.lead'] as const
/** What is pressed on the console of a workshop, by the form's `intent`. */
export const directing = {
  start: lead,
  move: lead,
  go: lead,
  end: lead,
  pause: lead,
  resume: lead,
  time: lead,
  spread: lead,
  lock: lead,
  unlock: lead,
  broadcast: lead,
  spotlight: lead,
  projector: lead,
  undo: lead,
  remove: lead,
  'revoke-code': lead,
  'renew-code': lead,
  votes: lead,
  'to-tables': lead,
  plenum: lead,
  seat: lead,
  'take-table': lead,
  'tables-away': lead,
  'let-in': lead,
  'turn-away': lead,
  // What these do asks for its own rights as well.
  merge: lead,
  adopt: lead,
  ballot: lead,
  close: lead,
  extend: lead,
} as const

/** What is pressed in the room: who may is asked of the room, of its phase and of its ballot. */
export const inRoom = {
  join: everybody,
  leave: everybody,
  rename: everybody,
  'room-propose': everybody,
  'room-reword': everybody,
  'room-withdraw': everybody,
  'room-react': everybody,
  'room-reason': everybody,
  speak: everybody,
  'hum-open': everybody,
  'hum-answer': everybody,
  'hum-hands': everybody,
  'hum-close': everybody,
  advisory: everybody,
  review: everybody,
  edit: everybody,
  cast: everybody,
} as const
