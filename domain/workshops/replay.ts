/** Where a draft's log stood while a room was in a phase ([R1]): numbers of changes; 0 for none yet. */
export interface Stretch {
  /** The last change before it began. */
  before: number
  /** The last change before it ended. */
  after: number
}

/**
 * Where the log of a draft stood at the beginning and the end of each phase ([R1]).
 *
 * @param visits phases in the order in which the room was in them; `to` is null while the last one lasts.
 * @param changes of the log, oldest first, from the beginning of the first phase on.
 * @param begun the last change before the first phase began.
 */
export function stretchesOf(
  visits: readonly { from: number; to: number | null }[],
  changes: readonly { seq: number; at: number }[],
  begun: number,
): Stretch[] {
  const until = (at: number) => changes.findLast((change) => change.at <= at)?.seq ?? begun
  return visits.map(({ from, to }) => {
    const before = changes.findLast((change) => change.at < from)?.seq ?? begun
    return { before, after: Math.max(before, until(to ?? Number.POSITIVE_INFINITY)) }
  })
}

/** Where one is in a replay: a phase, by its place among the visits, and a change of the log. */
export interface Step {
  visit: number
  at: number
}

/**
 * The place that is asked for, or the nearest there is ([R3]): an unknown phase is the last one, and a change outside of
 * the phase its end.
 */
export function stepIn(stretches: readonly Stretch[], asked: { visit: number | null; at: number | null }): Step | null {
  const last = stretches.length - 1
  if (last < 0) return null
  const visit = asked.visit !== null && stretches[asked.visit] ? asked.visit : last
  const { before, after } = stretches[visit] as Stretch
  const inside = asked.at !== null && asked.at >= before && asked.at <= after
  return { visit, at: inside ? (asked.at as number) : after }
}

/** One step earlier: a change before this one, or the phase before as it ended; null at the very beginning ([R3]). */
export function earlierStep(stretches: readonly Stretch[], { visit, at }: Step): Step | null {
  const here = stretches[visit]
  if (here && at > here.before) return { visit, at: at - 1 }
  const before = stretches[visit - 1]
  return before ? { visit: visit - 1, at: before.after } : null
}

/** One step later; null at the end ([R3]). */
export function laterStep(stretches: readonly Stretch[], { visit, at }: Step): Step | null {
  const here = stretches[visit]
  if (here && at < here.after) return { visit, at: at + 1 }
  const next = stretches[visit + 1]
  return next ? { visit: visit + 1, at: next.before } : null
}
