/** After so long away, opening a thing again is another visit; milliseconds ([I27]). */
const apart = 30 * 60_000
/** A visit that goes on is noted so often. */
const noted = 5 * 60_000

interface Read {
  at: number
  /** What it said then, by part; null for marks of before that was kept. */
  seen: Record<string, string> | null
}

export interface Marks {
  at: number
  seen: Record<string, string> | null
  before: number | null
  seenBefore: Record<string, string> | null
}

/**
 * What opening a thing means ([I27]): since when its changes are told, and the marks to keep; null for what stays as it is.
 *
 * @param known the marks of before; null where the thing was never opened.
 */
export function visit(
  known: Marks | null,
  { at, seen }: { at: number; seen: Record<string, string> },
): { since: Read | null; keep: Marks | null } {
  if (!known) return { since: null, keep: { at, seen, before: null, seenBefore: null } }
  if (at - known.at >= apart) {
    const since = { at: known.at, seen: known.seen }
    return { since, keep: { at, seen, before: since.at, seenBefore: since.seen } }
  }
  const { before, seenBefore } = known
  const isNews = at - known.at >= noted || JSON.stringify(seen) !== JSON.stringify(known.seen)
  return {
    since: before === null ? null : { at: before, seen: seenBefore },
    keep: isNews ? { at: Math.max(at, known.at), seen, before, seenBefore } : null,
  }
}
