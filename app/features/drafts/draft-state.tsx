import type { DraftState } from '#domain/drafts/moves.ts'
import { stateLabels } from '#domain/drafts/moves.ts'

const looks: Record<DraftState, { glyph: string; tone: string }> = {
  writing: { glyph: '✎', tone: '' },
  'in-review': { glyph: '◔', tone: 'state-info' },
  'ballot-open': { glyph: '◑', tone: 'state-info' },
  promoted: { glyph: '✓', tone: 'state-ok' },
  returned: { glyph: '↩', tone: 'state-warn' },
  withdrawn: { glyph: '–', tone: '' },
  published: { glyph: '●', tone: 'state-ok' },
  archived: { glyph: '▪', tone: '' },
  merged: { glyph: '⑂', tone: '' },
}

/** A draft's state as a word and a glyph. */
export function DraftStateMark({ state }: { state: DraftState }) {
  const { glyph, tone } = looks[state]
  return (
    <span className={`state ${tone}`}>
      <span aria-hidden="true">{glyph}</span> {stateLabels[state]}
    </span>
  )
}
