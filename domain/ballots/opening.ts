import type { Quorum } from './ballot.ts'
import { shortestLastCall } from './last-call.ts'
import { ruleFault } from './rule-fault.ts'
import { quorumNeeded } from './tally.ts'
import { openFor } from './time.ts'

export interface Opening {
  rule: string
  parameters: Record<string, number>
  quorum: Quorum
  /** Milliseconds since 1970, UTC, like `closesAt`; absent for a ballot that opens at once. */
  opensAt?: number | undefined
  closesAt: number
  /** Length of the last call in milliseconds; null or absent for none. */
  lastCall?: number | null | undefined
  /** Number of people on the electorate. */
  electorate: number
  /** Labels of what is chosen between, without the status quo; null for a ballot about one text or question. */
  options?: readonly string[] | null
}

/** What is wrong with an opening, and in which input. */
export interface Fault {
  field: 'options' | 'rule' | 'parameters' | 'quorum' | 'opensAt' | 'closesAt' | 'lastCall' | 'electorate'
  words: string
}

/** The first thing that keeps a ballot from being opened, or null ([B15]). */
export function openingFault(opening: Opening, now: number): Fault | null {
  return (
    ruleFault(opening) ??
    timesFault(opening, now) ??
    (opening.electorate < 1
      ? { field: 'electorate', words: 'Nobody could vote. Choose members, or list at least one account.' }
      : null) ??
    quorumFault(opening.quorum, opening.electorate)
  )
}

type Times = Pick<Opening, 'opensAt' | 'closesAt' | 'lastCall'>

/** The first thing that is wrong with when a ballot opens, closes and has its last call, or null ([B15], [B54], [B57]). */
export function timesFault({ opensAt, closesAt, lastCall }: Times, now: number): Fault | null {
  if (opensAt !== undefined) {
    const words = planFault(opensAt, now)
    if (words) return { field: 'opensAt', words }
  }
  const from = opensAt ?? now
  const words = closingFault(closesAt, from)
  if (words) return { field: 'closesAt', words }
  const lastCallWords = lastCallFault(lastCall ?? null, closesAt - from)
  return lastCallWords ? { field: 'lastCall', words: lastCallWords } : null
}

function planFault(opensAt: number, now: number): string | null {
  if (!Number.isFinite(opensAt)) return 'Say when the ballot opens.'
  if (opensAt < now + openFor.least) return 'A planned opening is at least one minute from now.'
  return opensAt > now + openFor.most ? 'An opening may be planned for a year ahead at most.' : null
}

/** What is wrong with a last call in a ballot that is open for so long ([B57]), or null. Both in milliseconds. */
export function lastCallFault(lastCall: number | null, span: number): string | null {
  if (lastCall === null) return null
  if (!(lastCall >= shortestLastCall)) return 'A last call is a minute long at least.'
  return lastCall < span ? null : 'The last call must be shorter than the time the ballot is open.'
}

/** @param from when it opens. */
function closingFault(closesAt: number, from: number): string | null {
  if (!Number.isFinite(closesAt)) return 'Say when the ballot closes.'
  if (closesAt < from + openFor.least) return 'The closing time must be at least one minute after its opening.'
  return closesAt > from + openFor.most ? 'A ballot may stay open for a year at most.' : null
}

/** What is wrong with a quorum whatever the electorate, or null. */
export function quorumShapeFault(quorum: Quorum): string | null {
  const whole = typeof quorum === 'number' && Number.isInteger(quorum) && quorum >= 0
  const share = typeof quorum === 'object' && quorum.share > 0 && quorum.share <= 1
  return whole || share ? null : 'The quorum is a whole number of papers, or a share above 0 % up to 100 %.'
}

/** What is wrong with a quorum in an electorate of this size, or null ([B7], [B15]). */
export function quorumFault(quorum: Quorum, electorate: number): Fault | null {
  const words = quorumShapeFault(quorum)
  if (words) return { field: 'quorum', words }
  if (quorumNeeded(quorum, electorate) > electorate) {
    const people = electorate === 1 ? 'One person' : `${electorate} people`
    return { field: 'quorum', words: `${people} may vote, so a quorum of ${quorum} can never be reached.` }
  }
  return null
}
