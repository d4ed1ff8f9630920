const minute = 60_000

export interface PlannedTimes {
  /** Milliseconds since 1970, UTC, both. */
  opensAt: number
  closesAt: number
}

/** Whether a planned ballot is due ([B55]): the time read inside its transaction is not before its opening time. */
export function isDue(opensAt: number, now: number): boolean {
  return now >= opensAt
}

/**
 * The times of a planned ballot that opens now ([B55]). One that opens late, because the server was down, stays open as
 * long as was planned; within a minute its closing time stays as it was announced.
 */
export function openingTimes({ opensAt, closesAt }: PlannedTimes, now: number): PlannedTimes {
  const late = now - opensAt
  return { opensAt: now, closesAt: late > minute ? closesAt + late : closesAt }
}

/** What a planned ballot must find at its time, each in words where it is not so, else null. */
export interface Readiness {
  /** The draft is deleted, published, archived, or under another ballot. */
  draft: string | null
  /** Who planned it may not open it any more. */
  planner: string | null
  /** Somebody asked for time. */
  held: string | null
  /** What publication will ask for and the text lacks. */
  missing: readonly string[]
  /** Another version was published since the draft began. */
  outdated: boolean
  /** Nobody may vote any more, or the quorum cannot be reached. */
  electorate: string | null
  /** It decides nothing, so the text need not be fit to publish. */
  binding: boolean
}

/** Why a planned ballot cannot open, in words for everybody; null where it can ([B56]). */
export function refusalOf(ready: Readiness): string | null {
  const first = ready.draft ?? ready.planner ?? ready.held
  if (first !== null) return first
  if (ready.binding && ready.missing.length > 0) {
    return `The draft was not complete enough to publish at its time. Missing: ${ready.missing.join(', ')}.`
  }
  if (ready.binding && ready.outdated) {
    return 'Another version was published since the draft began, so what the ballot adopts could not be published.'
  }
  return ready.electorate
}
