export interface Move {
  actorId: string
  move: number
}

/** The latest place of each member ([Z4]), in the order in which members come first. */
export function standing<M extends Move>(moves: readonly M[]): M[] {
  const latest = new Map<string, M>()
  for (const one of moves) {
    const before = latest.get(one.actorId)
    if (!before || one.move > before.move) latest.set(one.actorId, one)
  }
  return [...latest.values()]
}
