import type { LineState } from '#domain/signals/ledger.ts'
import { lineStateWords } from '#domain/signals/ledger.ts'
import type { ReportState } from '#domain/signals/machine.ts'

const looks: Record<LineState, { look: string; glyph: string }> = {
  armed: { look: 'state state-info', glyph: '◉' },
  reported: { look: 'state state-warn', glyph: '!' },
  contested: { look: 'state state-warn', glyph: '≠' },
  landed: { look: 'state state-bad', glyph: '▼' },
  'not-landed': { look: 'state state-ok', glyph: '✓' },
  expired: { look: 'state', glyph: '–' },
  'none-with-reason': { look: 'state', glyph: '○' },
  missing: { look: 'state', glyph: '?' },
}

/** The state of a signal, or that there is none: a sign, the word, and a colour that only repeats them. */
export function SignalStateMark({ state }: { state: LineState }) {
  const { look, glyph } = looks[state]
  return (
    <span className={look} title={lineStateWords[state].meaning}>
      <span aria-hidden="true">{glyph}</span> {lineStateWords[state].label}
    </span>
  )
}

/** Where a report stands: the state of its signal, or that it was withdrawn. */
export function ReportStateMark({ state }: { state: ReportState }) {
  if (state !== 'withdrawn') return <SignalStateMark state={state} />
  return (
    <span className="state" title="No source of it is left.">
      <span aria-hidden="true">–</span> Withdrawn
    </span>
  )
}
