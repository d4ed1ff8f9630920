import { day } from '../text/day.ts'

const minute = 60_000

/** The shortest and longest time a ballot may stay open, in milliseconds ([B15]). */
export const openFor = { least: minute, most: 366 * day } as const

/** How often the closing time of one ballot may be moved by hand ([B51]). */
export const mostExtensions = 5

/**
 * Whether a vote counts ([B14]): the time read inside its transaction is before the closing time.
 *
 * @param castAt milliseconds since 1970, UTC, like `closesAt`.
 */
export function canCount(castAt: number, closesAt: number): boolean {
  return castAt < closesAt
}

/** What a page calls a ballot now: one that is past its time and not closed yet is being counted. */
export function shownState(
  state: 'scheduled' | 'open' | 'closed' | 'void',
  closesAt: number,
  now: number,
): 'scheduled' | 'open' | 'counting' | 'closed' | 'void' {
  return state === 'open' && !canCount(now, closesAt) ? 'counting' : state
}

/** When those who have not voted may be reminded again by hand ([B61]): a day after the last time. */
export function remindAgainAt(last: number | null): number {
  return last === null ? 0 : last + day
}

/** Why a closing time moved: by hand, by a new objection in the last call, or because the text was amended. */
export type MoveKind = 'extended' | 'last-call' | 'amended'

export interface ClosingMove {
  opensAt: number
  /** The closing time as it is. */
  from: number
  /** The closing time as it would be. */
  to: number
}

/** Whether a closing time may move there at all, whoever or whatever moves it ([B50]): later, and within a year. */
export function isLater({ opensAt, from, to }: ClosingMove): boolean {
  return Number.isFinite(to) && to > from && to <= opensAt + openFor.most
}

/**
 * The first thing that keeps a person from extending an open ballot, in words, or null ([B50], [B51]).
 *
 * @param earlier how often it was extended by hand before.
 */
export function extensionFault(move: ClosingMove & { earlier: number }): string | null {
  if (move.earlier >= mostExtensions) {
    return `A ballot can be extended ${mostExtensions} times at most. Open another one once this one has closed.`
  }
  if (!Number.isFinite(move.to)) return 'Say until when the ballot stays open.'
  if (move.to < move.from + minute) {
    return 'A closing time only moves later, by a minute at least. To end a ballot before its time, a moderator closes it early.'
  }
  return isLater(move) ? null : 'A ballot may stay open for a year at most.'
}
