import type { ChallengeLine } from '#server/views/challenge-pages.ts'

const looks = {
  open: { label: 'Open', glyph: '◑', tone: 'state-warn' },
  upheld: { label: 'Upheld', glyph: '✓', tone: 'state-bad' },
  dismissed: { label: 'Dismissed', glyph: '✕', tone: '' },
  withdrawn: { label: 'Withdrawn', glyph: '–', tone: '' },
} as const

/** How a challenge stands, as a word and a sign. */
export function ChallengeState({ state }: { state: ChallengeLine['state'] }) {
  const { label, glyph, tone } = looks[state]
  return (
    <span className={`state ${tone}`}>
      <span aria-hidden="true">{glyph}</span> {label}
    </span>
  )
}
