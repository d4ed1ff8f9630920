import type { Disposition } from '#domain/objections/rules.ts'
import { dispositionLabels } from '#domain/objections/rules.ts'
import type { SuggestionState } from '#domain/suggestions/words.ts'
import { suggestionStateLabels } from '#domain/suggestions/words.ts'
import type { ContributionType, ThreadOutcome } from '#domain/threads/words.ts'
import { contributionTypeGlyphs, contributionTypeLabels, outcomeLabels } from '#domain/threads/words.ts'

/** What a contribution is: a sign and the word. */
export function TypeMark({ type }: { type: ContributionType }) {
  return (
    <span className="type-mark">
      <span className="type-glyph" aria-hidden="true">
        {contributionTypeGlyphs[type]}
      </span>
      {contributionTypeLabels[type]}
    </span>
  )
}

export function ThreadState({ state, outcome }: { state: 'open' | 'resolved'; outcome: ThreadOutcome | null }) {
  if (state === 'open') {
    return (
      <span className="state state-info">
        <span aria-hidden="true">○</span> Open
      </span>
    )
  }
  return (
    <span className={outcome === 'set-aside' || outcome === 'minority-note' ? 'state' : 'state state-ok'}>
      <span aria-hidden="true">●</span> Resolved{outcome ? `: ${outcomeLabels[outcome].toLowerCase()}` : ''}
    </span>
  )
}

const looks: Record<Disposition, { look: string; glyph: string }> = {
  open: { look: 'state state-warn', glyph: '▲' },
  adopted: { look: 'state state-ok', glyph: '✓' },
  'adopted-in-part': { look: 'state state-ok', glyph: '◐' },
  dismissed: { look: 'state', glyph: '×' },
  withdrawn: { look: 'state', glyph: '–' },
  'minority-note': { look: 'state state-info', glyph: '§' },
}

export function DispositionMark({ disposition }: { disposition: Disposition }) {
  const { look, glyph } = looks[disposition]
  return (
    <span className={look}>
      <span aria-hidden="true">{glyph}</span> {dispositionLabels[disposition]}
    </span>
  )
}

const suggestionLooks: Record<SuggestionState, { look: string; glyph: string }> = {
  open: { look: 'state state-info', glyph: '○' },
  accepted: { look: 'state state-ok', glyph: '✓' },
  edited: { look: 'state state-ok', glyph: '◐' },
  declined: { look: 'state', glyph: '×' },
  withdrawn: { look: 'state', glyph: '–' },
}

export function SuggestionMark({ state }: { state: SuggestionState }) {
  const { look, glyph } = suggestionLooks[state]
  return (
    <span className={look}>
      <span aria-hidden="true">{glyph}</span> {suggestionStateLabels[state]}
    </span>
  )
}
