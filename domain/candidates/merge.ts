import type { Stance } from '../threads/reactions.ts'

export interface DatedReaction {
  actorId: string
  stance: Stance
  at: number
}

/**
 * The reactions to the candidate that stays after another one was merged into it ([W10]): one for each person.
 *
 * @param authorId author of the one that stays.
 */
export function mergedReactions<R extends DatedReaction>(
  stays: readonly R[],
  goes: readonly R[],
  authorId: string,
): R[] {
  const kept = new Map(stays.map((one) => [one.actorId, one]))
  for (const one of goes) {
    const before = kept.get(one.actorId)
    if (one.actorId !== authorId && (!before || one.at > before.at)) kept.set(one.actorId, one)
  }
  return [...kept.values()]
}
