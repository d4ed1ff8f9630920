import { day } from '../text/day.ts'

/** An outcome stands after this long unless the thread was reopened; milliseconds ([T22]). */
export const confirmationTerm = day

export interface Resolution {
  resolvedBy: string | null
  resolvedAt: number | null
  /** By whom and when it was confirmed before its term; null where nobody did. */
  confirmedBy: string | null
}

export type Standing = 'provisional' | 'confirmed'

/** How firm an outcome is at a moment ([T22]); null while there is none. */
export function standingOf({ resolvedAt, confirmedBy }: Resolution, now: number): Standing | null {
  if (resolvedAt === null) return null
  return confirmedBy !== null || now - resolvedAt >= confirmationTerm ? 'confirmed' : 'provisional'
}

export type ConfirmDecision = 'confirm' | 'nothing-to-confirm' | 'confirmed-already' | 'own-resolution'

/** May this person confirm the outcome now ([T23])? That it is a moderator or facilitator is asked elsewhere. */
export function decideConfirm(resolution: Resolution, actorId: string, now: number): ConfirmDecision {
  const standing = standingOf(resolution, now)
  if (standing === null) return 'nothing-to-confirm'
  if (standing === 'confirmed') return 'confirmed-already'
  return resolution.resolvedBy === actorId ? 'own-resolution' : 'confirm'
}
