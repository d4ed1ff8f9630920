import { day, dayOf } from '../text/day.ts'

/** A hold ends at most this long after it was placed; milliseconds ([O9]). */
export const longestHold = 14 * day

export interface Hold {
  ownerId: string
  /** Milliseconds since 1970, UTC. */
  until: number
  liftedAt: number | null
}

export type HoldDecision = 'place' | 'over-already' | 'too-long' | 'had-one'

/** May this person hold the draft until then ([O9], [O10])? That it may be held at all is asked elsewhere. */
export function decideHold(holds: readonly Hold[], ownerId: string, until: number, now: number): HoldDecision {
  if (holds.some((hold) => hold.ownerId === ownerId)) return 'had-one'
  if (until <= now) return 'over-already'
  return until - now > longestHold ? 'too-long' : 'place'
}

/** The holds that keep a ballot from being opened now ([O9], [O11]). */
export function running<T extends Pick<Hold, 'until' | 'liftedAt'>>(holds: readonly T[], now: number): T[] {
  return holds.filter(({ until, liftedAt }) => liftedAt === null && now < until)
}

export type LiftDecision = 'lift' | 'over-already' | 'not-yours'

/** May this person lift the hold ([O11])? */
export function decideLift(hold: Hold, by: { actorId: string; isModerator: boolean }, now: number): LiftDecision {
  if (running([hold], now).length === 0) return 'over-already'
  return hold.ownerId === by.actorId || by.isModerator ? 'lift' : 'not-yours'
}

/** Says why no ballot can be opened. */
export function heldWords({ owner, until }: { owner: string; until: number }): string {
  const lastDay = dayOf(until - 1)
  return `${owner} needs time and holds this draft to the end of ${lastDay} (UTC). A ballot opens after that, or when the hold is lifted.`
}
