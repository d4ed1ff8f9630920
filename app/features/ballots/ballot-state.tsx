import type { Result } from '#domain/ballots/ballot.ts'
import { resultLabel } from '#domain/ballots/outcome-words.ts'
import type { BallotPage } from '#server/views/ballot-page.ts'

const looks: Record<BallotPage['state'], { glyph: string; tone: string; words: string }> = {
  scheduled: { glyph: '◌', tone: '', words: 'Scheduled' },
  open: { glyph: '◑', tone: 'state-info', words: 'Open' },
  counting: { glyph: '◕', tone: 'state-info', words: 'Closed, counting' },
  closed: { glyph: '●', tone: '', words: 'Decided' },
  void: { glyph: '–', tone: '', words: 'Void' },
}

const results: Record<Result, { glyph: string; tone: string }> = {
  adopted: { glyph: '✓', tone: 'state-ok' },
  rejected: { glyph: '✕', tone: 'state-bad' },
  'no-quorum': { glyph: '–', tone: 'state-warn' },
  blocked: { glyph: '■', tone: 'state-warn' },
  sensed: { glyph: '◍', tone: 'state-info' },
}

/** Where a ballot stands, as a word and a glyph; a decided one shows its result. */
export function BallotState({
  state,
  result,
  label = null,
}: {
  state: BallotPage['state']
  result: Result | null
  /** The result in plain words. */
  label?: string | null
}) {
  const { glyph, tone } = result ? results[result] : looks[state]
  return (
    <span className={`state ${tone}`}>
      <span aria-hidden="true">{glyph}</span> {result ? (label ?? resultLabel(result)) : looks[state].words}
    </span>
  )
}
