import type { Stance } from './reactions.ts'

/** Where somebody stood on what a thread argues, before and after ([T30]): the words of reactions. */
export interface MindChange {
  from: Stance
  to: Stance
}

export const beforeLabels: Record<Stance, string> = {
  agree: 'I agreed',
  disagree: 'I disagreed',
  unsure: 'I was unsure',
}

export const afterLabels: Record<Stance, string> = {
  agree: 'I agree',
  disagree: 'I disagree',
  unsure: 'I am unsure',
}

export type MindDecision = 'record' | 'same' | 'own' | 'deleted'

/**
 * May this person say that a contribution changed their mind so ([T30], [T32])? That the thread is open and who may
 * take part is asked elsewhere.
 */
export function decideMind(
  contribution: { authorId: string; deletedAt: number | null },
  { from, to }: MindChange,
  actorId: string,
): MindDecision {
  if (contribution.deletedAt !== null) return 'deleted'
  if (contribution.authorId === actorId) return 'own'
  return from === to ? 'same' : 'record'
}
