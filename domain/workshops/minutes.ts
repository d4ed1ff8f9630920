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

/** A time that the room spent at its tables. */
export interface Round {
  round: number
  from: number
  /** Null while it lasts. */
  to: number | null
  /** How many sat at each when it began. */
  seats: number[]
}

/** When the room sat at tables, as the record tells ([T8]). Going back to plenum that was undone did not end it. */
export function roundsOf(events: readonly Told[]): Round[] {
  const rounds: Round[] = []
  for (const { type, payload, at } of events) {
    const last = rounds.at(-1)
    const ends = type === 'workshop.plenum' || type === 'workshop.ended'
    if (type === 'workshop.split') {
      const seats = Array.isArray(payload.seats) ? payload.seats.map(Number) : []
      rounds.push({ round: Number(payload.round), from: at, to: null, seats })
    } else if (last && ends) last.to ??= at
    else if (last && type === 'workshop.undone' && undoesPlenum(payload, events, at, last)) last.to = null
  }
  return rounds
}

/** Whether an undoing brought the room back to its tables: of the plenum, or of an end that came while it sat there. */
function undoesPlenum({ act }: Told['payload'], events: readonly Told[], at: number, { round }: Round): boolean {
  if (act === 'workshop.plenum') return true
  const left = events.some((one) => one.type === 'workshop.plenum' && one.payload.round === round && one.at <= at)
  return act === 'workshop.ended' && !left
}

/** Which parts of a table's version the common text took, in words; the labels as they are to stand. */
export function takenWords(labels: readonly string[]): string {
  if (labels.length === 0) return 'nothing of its version was taken.'
  return `${labels.join(', ')} ${labels.length === 1 ? 'was' : 'were'} taken from its version.`
}

/** How many sat at the tables of a round, in words. They are even, so the fewest and the most say it. */
export function seatsWords(seats: readonly number[]): string {
  const [fewest, most] = [Math.min(...seats), Math.max(...seats)]
  const each = fewest === most ? `${most}` : `${fewest} or ${most}`
  return `${seats.length} tables of ${each} ${most === 1 ? 'person' : 'people'}.`
}
