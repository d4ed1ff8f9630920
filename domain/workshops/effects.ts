import type { PhaseKind, Writers } from './words.ts'

interface Step {
  kind: PhaseKind
  writers: Writers
}

/** Whom the text is open to besides facilitators, who always may write; null for nobody. */
function opened(writers: Writers | undefined): string | null {
  if (writers === 'everyone') return 'everyone'
  return writers === 'members' ? 'members' : null
}

/**
 * What going to another phase does to the people in the room, in words that a facilitator reads before pressing.
 *
 * @param from null before the start.
 * @param present how many are in the room.
 */
export function effectsOf(from: Step | null, to: Step, present: number): string[] {
  const people = present === 1 ? '1 person' : `${present} people`
  const effects: string[] = []
  const before = opened(from?.writers)
  const after = opened(to.writers)
  if (before !== after) effects.push(after === null ? `locks the text for ${people}` : `opens the text to ${after}`)
  if (from?.kind === 'statements' && to.kind !== 'statements')
    effects.push('shows everybody what was written in silence')
  if (to.kind === 'statements' && from?.kind !== 'statements') effects.push('hides from each what the others write')
  if (to.kind === 'ballot') effects.push('shows the ballot, once you open one')
  if (to.kind === 'reveal') effects.push('shows the result of a ballot that has closed')
  return effects
}
