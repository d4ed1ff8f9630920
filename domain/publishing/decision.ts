interface Outcome {
  tally: { agree: number; reservations: number; abstain: number; object: number }
  turnout: number
  electorate: number
}

/** The decision line of a version in one sentence: the count, without names (SPEC [P8]). */
export function decisionSummary(ruleLabel: string, outcome: Outcome): string {
  const { agree, reservations, abstain, object } = outcome.tally
  const votes = [
    `${agree} agree`,
    reservations > 0 ? `${reservations} agree with reservations` : null,
    abstain > 0 ? `${abstain} abstain` : null,
    `${object} object`,
  ].filter((part) => part !== null)
  return `Adopted by ${ruleLabel}: ${votes.join(', ')}; ${outcome.turnout} of ${outcome.electorate} voted.`
}
