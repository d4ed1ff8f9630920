import type { Quorum } from '../ballots/ballot.ts'
import { quorumNeeded } from '../ballots/tally.ts'

const minute = 60_000

/**
 * The least that a ballot about a report takes ([F19]): how long it is open, in milliseconds, and the share of the
 * electorate that its quorum asks for.
 */
export const reportBallotFloors = { openFor: 24 * 60 * minute, quorum: 0.25 } as const

/** A day chosen in a form has shrunk by the time it takes to read and send it. */
const grace = minute

/** What keeps a ballot about a report from being opened, beside what keeps any ballot ([F19]); or null. */
export function reportBallotFault(
  { closesAt, quorum, electorate }: { closesAt: number; quorum: Quorum; electorate: number },
  now: number,
): { field: 'closesAt' | 'quorum'; words: string } | null {
  if (closesAt + grace < now + reportBallotFloors.openFor) {
    return { field: 'closesAt', words: 'A ballot about a report is open for one day at least.' }
  }
  if (quorumNeeded(quorum, electorate) < electorate * reportBallotFloors.quorum) {
    return { field: 'quorum', words: 'The quorum of a ballot about a report is a quarter of the members at least.' }
  }
  return null
}

/** May a ballot about a report be closed before its time ([F19])? `turnout` and `electorate` are numbers of people. */
export function mayCloseReportBallot(
  { opensAt, turnout, electorate }: { opensAt: number; turnout: number; electorate: number },
  now: number,
): boolean {
  return now >= opensAt + reportBallotFloors.openFor || turnout >= electorate
}
