/** What the record tells of a workshop, one event after another. */
export interface Told {
  type: string
  payload: Record<string, unknown>
  at: number
}

/** A stretch of time that the room spent in a phase. */
export interface Visit {
  position: number
  from: number
  /** Null while it lasts. */
  to: number | null
  /** How many were in the room when it began. */
  present: number
}

/**
 * Which phases the room was in, and when, as the record tells ([M1]). A move that was undone leaves no visit.
 */
export function visitsOf(events: readonly Told[]): Visit[] {
  let visits: Visit[] = []
  let before: Visit[] = []
  for (const { type, payload, at } of events) {
    const undone = type === 'workshop.undone' && moves.has(String(payload.act))
    if (undone) {
      visits = before
      continue
    }
    if (!moves.has(type)) continue
    before = visits
    const ended = visits.map((visit) => (visit.to === null ? { ...visit, to: at } : visit))
    const position = type === 'workshop.started' ? 1 : Number(payload.to)
    const present = Number(payload.present ?? 0)
    visits = type === 'workshop.ended' ? ended : [...ended, { position, from: at, to: null, present }]
  }
  return visits
}

const moves = new Set(['workshop.started', 'workshop.phase-changed', 'workshop.ended'])

/** The most people that were in the room at a time, as far as the record counted ([M1]). */
export function mostPresent(events: readonly Told[]): number {
  return Math.max(0, ...events.map(({ payload }) => Number(payload.present ?? 0)).filter(Number.isFinite))
}
