export interface Move {
  actorId: string
  move: number
}

/** Earlier places of one member that a page shows ([Z4]). */
const mostEarlier = 50

/** What one member said before, oldest first, the latest of it ([Z4]). */
export function earlierOf<M extends Move>(moves: readonly M[], { actorId, move }: Move): M[] {
  return moves
    .filter((one) => one.actorId === actorId && one.move < move)
    .sort((a, b) => a.move - b.move)
    .slice(-mostEarlier)
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
