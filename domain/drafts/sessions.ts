/** What one person changed in one short stretch of time. Times in milliseconds since 1970, UTC. */
export interface Stretch {
  actorId: string
  name: string
  from: number
  to: number
  changes: number
}

/** A pause longer than this ends a writing session, in milliseconds. */
export const sessionPause = 15 * 60_000

/**
 * Joins stretches of the same person into writing sessions, newest first. Sessions of different people may overlap
 * in time.
 *
 * @param stretches in any order.
 */
export function writingSessions(stretches: readonly Stretch[]): Stretch[] {
  const sessions: Stretch[] = []
  const last = new Map<string, Stretch>()
  for (const stretch of [...stretches].sort((a, b) => a.from - b.from)) {
    const open = last.get(stretch.actorId)
    if (open && stretch.from - open.to <= sessionPause) {
      open.to = Math.max(open.to, stretch.to)
      open.changes += stretch.changes
    } else {
      const session = { ...stretch }
      sessions.push(session)
      last.set(stretch.actorId, session)
    }
  }
  return sessions.sort((a, b) => b.to - a.to)
}
