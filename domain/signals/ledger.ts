export const signalStates = ['armed', 'reported', 'contested', 'landed', 'not-landed', 'expired'] as const
export type SignalState = (typeof signalStates)[number]

export const lineStates = [...signalStates, 'none-with-reason', 'missing'] as const
export type LineState = (typeof lineStates)[number]

export const lineStateWords: Record<LineState, { label: string; meaning: string }> = {
  armed: { label: 'Armed', meaning: 'The signal is published, and nobody has reported that it landed.' },
  reported: { label: 'Reported', meaning: 'Somebody reports, with sources, that it landed.' },
  contested: { label: 'Contested', meaning: 'It is disputed that what was reported is the signal.' },
  landed: { label: 'Landed', meaning: 'A ballot decided that it landed: those who hold the strategy are asked why.' },
  'not-landed': { label: 'Not landed', meaning: 'A ballot decided that what was reported was not it.' },
  expired: { label: 'Expired', meaning: 'The time in which it could land is over.' },
  'none-with-reason': { label: 'None, with reason', meaning: 'Its authors say why there is no signal.' },
  missing: { label: 'Missing', meaning: 'Nobody has said what would end support for the strategy.' },
}

/**
 * Under which state a strategy stands in the ledger (SPEC [F1], [F2]).
 *
 * @param known the state of its signal; undefined where nothing is known of it.
 */
export function lineState({
  written,
  reason,
  known,
}: {
  written: boolean
  reason: string
  known?: SignalState | undefined
}): LineState {
  if (written) return known ?? 'armed'
  return reason.trim() === '' ? 'missing' : 'none-with-reason'
}

export interface HearingFacts {
  id: string
  state: 'open' | 'resolved'
  /** Milliseconds since 1970. */
  updatedAt: number
}

/** The hearing that a line shows (SPEC [F3]); undefined where there is none. */
export function shownHearing<H extends HearingFacts>(hearings: readonly H[]): H | undefined {
  return [...hearings].sort(
    (x, y) =>
      Number(y.state === 'open') - Number(x.state === 'open') ||
      y.updatedAt - x.updatedAt ||
      (x.id < y.id ? -1 : x.id > y.id ? 1 : 0),
  )[0]
}

/** What lines can be filtered by; each line has one value of each. */
export type LineFacets = Readonly<Record<'lever' | 'state' | 'review' | 'hearing' | 'threshold', string>>
export type Chosen = Partial<Record<keyof LineFacets, string>>

/** Does a line pass every choice, but for `except` ([F5])? */
export function passes(line: LineFacets, chosen: Chosen, except?: keyof LineFacets): boolean {
  return (Object.keys(line) as (keyof LineFacets)[]).every(
    (facet) => facet === except || !chosen[facet] || chosen[facet] === line[facet],
  )
}
