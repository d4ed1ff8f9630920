/** Somebody who asks to speak, or has spoken. */
export interface Turn {
  id: string
  actorId: string
  askedAt: number
  calledAt: number | null
  doneAt: number | null
}

/** Who waits, in the order of their turn: whoever had fewer turns first, then whoever asked first ([Q1]). */
export function waitingTurns<T extends Turn>(turns: readonly T[]): T[] {
  const had = new Map<string, number>()
  for (const { actorId, calledAt } of turns) {
    if (calledAt !== null) had.set(actorId, (had.get(actorId) ?? 0) + 1)
  }
  return turns
    .filter(({ calledAt, doneAt }) => calledAt === null && doneAt === null)
    .sort((a, b) => (had.get(a.actorId) ?? 0) - (had.get(b.actorId) ?? 0) || a.askedAt - b.askedAt)
}

/** Whose turn it is; undefined for nobody ([Q2]). */
export function speakingTurn<T extends Turn>(turns: readonly T[]): T | undefined {
  return turns.find(({ calledAt, doneAt }) => calledAt !== null && doneAt === null)
}
