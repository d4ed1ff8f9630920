import type { CaseAct, DecisionReason, ThingKind } from './words.ts'
import { caseActs } from './words.ts'

/** What the acts hang on ([Y8]). */
export interface ActGround {
  kind: ThingKind
  /** Null where the name is hidden. */
  authorId: string | null
  inThread: boolean
  inDraft: boolean
  /** This moderator may suspend the author. */
  maySuspend: boolean
}

const removable = new Set<ThingKind>(['contribution', 'candidate', 'position'])

/** The acts that fit a thing, for this moderator ([Y8]). */
export function actsFor(ground: ActGround): CaseAct[] {
  const fits: Record<CaseAct, boolean> = {
    keep: true,
    correct: ground.kind === 'person',
    // A page of the atlas is withdrawn like every version, and not hidden.
    hide: ground.kind !== 'person',
    lock: ground.inThread,
    slow: ground.authorId !== null && (ground.inThread || ground.inDraft),
    suspend: ground.authorId !== null && ground.maySuspend,
    remove: removable.has(ground.kind),
  }
  return caseActs.filter((act) => fits[act])
}

/** Does the reason go with the act ([Y5])? */
export function reasonFits(act: CaseAct, reason: DecisionReason): boolean {
  return (act === 'keep') === (reason === 'in-order')
}

/** Whether an act takes a thing's words away from where everybody reads them ([Y9]). */
export function hidesWords(act: CaseAct): boolean {
  return act === 'hide' || act === 'suspend'
}

/** How many days a slow-down holds ([Y10]). */
export const slowDays = 7
/** Minutes between two posts that can be asked for. */
export const slowMinutes = [5, 15, 60, 240] as const

/** When somebody who is slowed down may post again; null where they may now ([Y10]). Milliseconds since 1970. */
export function slowedUntil(
  slow: { minutes: number; until: number } | undefined,
  lastPostAt: number | null,
  now: number,
): number | null {
  if (!slow || slow.until <= now || lastPostAt === null) return null
  const next = Math.min(lastPostAt + slow.minutes * 60_000, slow.until)
  return next > now ? next : null
}
