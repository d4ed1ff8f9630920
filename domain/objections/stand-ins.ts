import { day } from '../text/day.ts'
import type { ObjectionState } from './rules.ts'
import { isWordable } from './rules.ts'

/** An owner of whom nothing was seen for so long is away; milliseconds ([O14]). */
export const awayTerm = 14 * day

/** What the rules need to know of an objection and its stand-in. Times are milliseconds since 1970, UTC. */
export interface StandInCase extends ObjectionState {
  createdAt: number
  standInId: string | null
  standInSince: number | null
  /** The owner named them; otherwise they stepped in. */
  standInNamed: boolean
  askedAt: number | null
  askedBy: string | null
  disposedBy: string | null
  /** When the owner and the stand-in were last seen signed in; null for never. */
  ownerSeenAt: number | null
  standInSeenAt: number | null
}

/** Is the owner away ([O14])? */
export function isAway({ ownerSeenAt, createdAt }: StandInCase, now: number): boolean {
  return now - Math.max(ownerSeenAt ?? 0, createdAt) >= awayTerm
}

/** Who stands in for the owner ([O17]); null for nobody. That they still may is asked elsewhere ([O12]). */
export function standInOf(one: StandInCase): string | null {
  if (one.sealed || one.ownerId === null || one.standInId === null || one.standInSince === null) return null
  const isBack = (one.ownerSeenAt ?? 0) > one.standInSince
  return one.standInNamed || !isBack ? one.standInId : null
}

/** Is somebody asked to step in ([O15])? */
export function isAsked(one: StandInCase, now: number): boolean {
  return isOpen(one) && isAway(one, now) && one.askedAt !== null && one.askedAt > (one.ownerSeenAt ?? 0)
}

export type NameDecision = 'name' | 'not-open' | 'not-yours'

/** May this person name a stand-in, or end it ([O13])? */
export function decideName(one: StandInCase, byActor: string): NameDecision {
  if (one.ownerId !== byActor) return 'not-yours'
  return isOpen(one) ? 'name' : 'not-open'
}

export type AskDecision = 'ask' | 'not-open' | 'not-away' | 'stood-in' | 'asked-already'

/**
 * May a stand-in be asked for now ([O15])? Who may is asked elsewhere.
 *
 * @param entitled the present stand-in, if there is one, still may be one.
 */
export function decideAsk(one: StandInCase, entitled: boolean, now: number): AskDecision {
  if (!isOpen(one)) return 'not-open'
  if (!isAway(one, now)) return 'not-away'
  if (standInOf(one) !== null && entitled && !isStandInAway(one, now)) return 'stood-in'
  // Who stepped in and went away is replaced by another who is asked for anew.
  const since = standInOf(one) === null ? 0 : (one.standInSince ?? 0)
  return isAsked(one, now) && (one.askedAt ?? 0) > since ? 'asked-already' : 'ask'
}

export type StepInDecision = 'step-in' | 'not-open' | 'not-asked' | 'asked-it-yourself' | 'stood-in'

/** May this person step in now ([O15])? That they may be a stand-in is asked elsewhere ([O12]). */
export function decideStepIn(one: StandInCase, byActor: string, now: number): StepInDecision {
  if (!isOpen(one)) return 'not-open'
  if (standInOf(one) !== null && (one.standInSince ?? 0) >= (one.askedAt ?? 0)) return 'stood-in'
  if (!isAsked(one, now)) return 'not-asked'
  return one.askedBy === byActor ? 'asked-it-yourself' : 'step-in'
}

/** May the stand-in withdraw it, or say what would settle it ([O16])? */
export function canActFor(one: StandInCase, byActor: string): boolean {
  return isOpen(one) && standInOf(one) === byActor
}

/** May the stand-in word its minority note ([O16])? */
export function canWordFor(
  one: StandInCase & { minorityNote: string | null; noteBy: string | null },
  byActor: string,
  draftPublished: boolean,
): boolean {
  const ownersWords = one.minorityNote !== null && (one.noteBy === null || one.noteBy === one.ownerId)
  return !draftPublished && standInOf(one) === byActor && isWordable(one.disposition) && !ownersWords
}

/** May this person take up again what a stand-in withdrew ([O18])? */
export function canTakeUp(
  one: StandInCase & { takenUpAt: number | null },
  byActor: string,
  mayObject: boolean,
): boolean {
  return withdrewFor(one) !== null && one.ownerId === byActor && one.takenUpAt === null && mayObject
}

/** The stand-in who withdrew it; null where nobody did ([O16]). */
export function withdrewFor({
  disposition,
  disposedBy,
  ownerId,
}: Pick<StandInCase, 'disposition' | 'disposedBy' | 'ownerId'>): string | null {
  return disposition === 'withdrawn' && ownerId !== null && disposedBy !== ownerId ? disposedBy : null
}

function isOpen({ disposition, sealed, ownerId }: ObjectionState): boolean {
  return disposition === 'open' && !sealed && ownerId !== null
}

function isStandInAway({ standInSeenAt, standInSince }: StandInCase, now: number): boolean {
  return now - Math.max(standInSeenAt ?? 0, standInSince ?? 0) >= awayTerm
}
