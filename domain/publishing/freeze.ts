import { day, dayOf, startOfDay } from '../text/day.ts'

/** What came of counting every closed ballot again. */
export interface Recount {
  /** Milliseconds since 1970. */
  at: number
  ballots: number
  /** The ballots that are not what the record says or whose papers do not give their stored result, and how. */
  differing: readonly { ballotId: string; words: string }[]
}

/** Why nothing is published until a recount agrees, in words; null where the last one did, or there was none (SPEC [P33]). */
export function freezeWords(last: Pick<Recount, 'differing'> | null): string | null {
  const differing = last?.differing.length ?? 0
  if (differing === 0) return null
  const which = differing === 1 ? 'a closed ballot does' : `${differing} closed ballots do`
  return `Nothing is published at the moment: counted again, ${which} not come to the result that is stored. Ask an admin to find out what was changed, or to restore a backup. Publishing goes on by itself once a recount agrees.`
}

/** At this time of every day in UTC, milliseconds after midnight. */
const night = day / 8
/** While a ballot differs it is counted again this soon, in milliseconds. */
const soon = day / 144

/** When every closed ballot is counted again: the next night, or in ten minutes while one differs (SPEC [P33]). */
export function nextRecount({ at, differing }: Recount): number {
  if (differing.length > 0) return at + soon
  const tonight = startOfDay(dayOf(at)) + night
  return tonight > at ? tonight : tonight + day
}
