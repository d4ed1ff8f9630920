import type { Q } from '../../db/store.ts'
import type { Wanted } from '../../domain/notifications/audience.ts'
import type { Volume } from '../../domain/notifications/kinds.ts'

/** An event as it was just recorded, still inside its transaction. */
export interface Happening {
  seq: number
  type: string
  subject: string
  payload: Record<string, unknown>
  leaf: Record<string, unknown>
  at: number
}

export interface Told extends Wanted {
  /** What the row is about; what that is the kind says. */
  ref: string
}

/** Something that people may be told of. Whom it reaches, `domain/notifications` decides. */
export interface Occasion {
  /** What it is listed under. */
  thing: string
  by: string | null
  /** The draft it is about; null for something on a published entry. */
  draftId: string | null
  told: readonly Told[]
  /** What makes each of its rows one; made from the event where absent. */
  key?: string
}

export interface Joining {
  actorId: string | null
  thing: string
  volume: Exclude<Volume, 'mute'>
}

/** What follows from an event for what people are told. */
export interface Consequences {
  occasions?: readonly Occasion[]
  /** Who takes part in something by it, and hears of it from now on. */
  joins?: readonly Joining[]
  /** News that somebody has seen, for they acted where it led. */
  seen?: readonly { actorId: string | null; key: string }[]
}

export type Follow = (q: Q, event: Happening) => Promise<Consequences>

/** An id in a payload; null where there is none. The scheduler is nobody. */
export function idIn(payload: Record<string, unknown>, name: string): string | null {
  const value = payload[name]
  return typeof value === 'string' && value !== '' && value !== 'system' ? value : null
}

/** The id after the noun of a subject or thing, as in `thread/<id>`. */
export function idOf(subject: string): string {
  return subject.slice(subject.indexOf('/') + 1)
}

/** One kind and one thing for several people. */
export function each(actorIds: readonly (string | null)[], kind: Told['kind'], ref: string): Told[] {
  return actorIds.flatMap((actorId) => (actorId === null ? [] : [{ actorId, kind, ref }]))
}
