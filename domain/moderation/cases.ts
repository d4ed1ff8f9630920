import { day } from '../text/day.ts'
import type { AppealState, CaseAct, CaseKind } from './words.ts'

/** What the rules of deciding look at. */
export interface CaseThing {
  kind: CaseKind
  state: 'open' | 'decided'
  revision: number
  authorId: string | null
  claimedBy: string | null
  claimedAt: number | null
  decidedBy: string | null
  decidedAt: number | null
  act: CaseAct | null
  appeal: AppealState
}

/** Whose matter it is, besides the author's ([Y6]). */
export interface Involved {
  flaggedBy: readonly string[]
  participants: readonly string[]
}

export type Conflict = 'author' | 'flagged' | 'participant' | 'decided'

export const conflictWords: Record<Conflict, string> = {
  author: 'This is about something you wrote. Somebody else decides it.',
  flagged: 'You flagged this yourself. Somebody else decides it.',
  participant: 'You took part in this argument. Somebody else decides it.',
  decided: 'You made this decision. Somebody else looks at the appeal.',
}

/** Why this moderator may not decide this case, or its appeal; null where they may ([Y6], [Y13]). */
export function conflictOf(actorId: string, one: CaseThing, { flaggedBy, participants }: Involved): Conflict | null {
  if (one.authorId === actorId) return 'author'
  if (flaggedBy.includes(actorId)) return 'flagged'
  if (one.kind !== 'first-post' && participants.includes(actorId)) return 'participant'
  return one.state === 'decided' && one.decidedBy === actorId ? 'decided' : null
}

/** How long a claim holds ([Y7]), in milliseconds. */
export const claimTime = 30 * 60_000

/** Who holds a case at this moment; null for nobody ([Y7]). */
export function holderOf({ claimedBy, claimedAt }: CaseThing, now: number): string | null {
  return claimedBy !== null && claimedAt !== null && claimedAt + claimTime > now ? claimedBy : null
}

export type Decision = 'go' | 'decided' | 'held' | 'changed'

/** May a decision be made now, on the state that was seen ([Y7])? @param seen the revision that its maker looked at. */
export function decideNow(
  one: CaseThing,
  { actorId, seen, now }: { actorId: string; seen: number; now: number },
): Decision {
  if (one.state === 'decided') return 'decided'
  const holder = holderOf(one, now)
  if (holder !== null && holder !== actorId) return 'held'
  return one.revision === seen ? 'go' : 'changed'
}

/** The same for an appeal. */
export function decideAppealNow(
  one: CaseThing,
  { actorId, seen, now }: { actorId: string; seen: number; now: number },
): Decision {
  if (one.appeal !== 'open') return 'decided'
  const holder = holderOf(one, now)
  if (holder !== null && holder !== actorId) return 'held'
  return one.revision === seen ? 'go' : 'changed'
}

const appealDays = 14
export const appealTime = appealDays * day

export type Appealing = 'go' | 'not-yours' | 'nothing' | 'once' | 'late'

/** May somebody appeal against a decision now ([Y12])? */
export function decideAppealing(one: CaseThing, actorId: string, now: number): Appealing {
  if (one.authorId !== actorId) return 'not-yours'
  if (
    one.state !== 'decided' ||
    one.act === null ||
    one.act === 'keep' ||
    one.act === 'correct' ||
    one.act === 'remove'
  )
    return 'nothing'
  if (one.appeal !== 'none') return 'once'
  return (one.decidedAt ?? 0) + appealTime > now ? 'go' : 'late'
}

const waits: Record<CaseKind | 'appeal', number> = {
  'first-post': day,
  flags: 2 * day,
  appeal: 7 * day,
  correction: 14 * day,
}

export interface Due {
  at: number
  tone: 'ok' | 'soon' | 'late'
}

/** Until when something that waits since a moment is to be decided, and how that stands ([Y15]). */
export function dueOf(kind: CaseKind | 'appeal', since: number, now: number): Due {
  const at = since + waits[kind]
  return { at, tone: now >= at ? 'late' : now >= at - waits[kind] / 4 ? 'soon' : 'ok' }
}

/** How long after *keep* a thing is not flagged again ([Y3]). */
export const keptTime = 7 * day
