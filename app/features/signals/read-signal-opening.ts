import { closingChoices } from '#app/features/ballots/read-moment.ts'
import type { OpenSignalBallot } from '#server/usecases/signals/open-signal-ballot.ts'

/**
 * The opening that a form asks for. What is missing or no number comes out as such, for the use case to refuse with
 * the field's name.
 *
 * @param now milliseconds since 1970, UTC.
 */
export function readSignalOpening(typed: Record<string, string>, now: number): OpenSignalBallot {
  const { reportId = '', rule = '', quorum = '', names = '', closesAt = '' } = typed
  const closes = closingChoices.find(({ id }) => id === closesAt)
  const percent = quorum.trim() === '' ? Number.NaN : Number(quorum.replace(',', '.').replace(/\s*%$/, ''))
  return {
    reportId,
    rule,
    parameters: rule === 'supermajority' ? { p: 0.6667 } : {},
    quorum: { share: Math.round(percent * 100) / 10_000 },
    closesAt: closes ? now + closes.span : Number.NaN,
    names,
  }
}
