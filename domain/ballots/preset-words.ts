import { spanWords } from '../text/span.ts'
import type { Quorum } from './ballot.ts'
import type { Preset } from './presets.ts'
import { shareWords } from './share.ts'

/** What a quorum asks for, as in `50 % of those who may vote`. */
export function quorumWords(quorum: Quorum): string {
  if (typeof quorum === 'number') return quorum === 1 ? '1 paper' : `${quorum} papers`
  return `${shareWords(quorum.share)} of those who may vote`
}

/** What a preset asks for beside its rule, one sentence each, in the order of the opening form. */
export function presetTerms(preset: Omit<Preset, 'name' | 'words' | 'id' | 'rule' | 'parameters'>): string[] {
  const { lastCall, lastCallRestarts } = preset
  return [
    `Quorum: ${quorumWords(preset.quorum)}.`,
    `Open for ${spanWords(preset.openFor)}.`,
    ...(lastCall === null
      ? []
      : [
          `Last call of ${spanWords(lastCall)} before it closes${lastCallRestarts ? ', begun anew by a new objection, three times at most' : ''}.`,
        ]),
    preset.names === 'hidden' ? 'Names are hidden for ever.' : 'Names are shown after closing.',
    preset.results === 'hidden' ? 'Results are hidden until it closes.' : 'Results show while it is open.',
    ...(preset.closer === 'uninvolved' ? ['A moderator who had no part in it says what follows, and publishes.'] : []),
    ...(preset.secondModerator ? ['A second moderator agrees before anything is published.'] : []),
  ]
}

type Chosen = Pick<
  Preset,
  | 'rule'
  | 'parameters'
  | 'quorum'
  | 'lastCall'
  | 'lastCallRestarts'
  | 'names'
  | 'results'
  | 'closer'
  | 'secondModerator'
> & { span: number }

/** The name a ballot remembers ([B59]): that of its preset, saying so where something was chosen otherwise. */
export function rememberedName(preset: Preset, chosen: Chosen): string {
  // A closing time is typed to the minute, and the form takes a moment to be sent.
  const sameSpan = Math.abs(chosen.span - preset.openFor) < 2 * 60_000
  const same =
    sameSpan &&
    preset.rule === chosen.rule &&
    Object.entries(preset.parameters).every(([key, value]) => chosen.parameters[key] === value) &&
    JSON.stringify(preset.quorum) === JSON.stringify(chosen.quorum) &&
    (['lastCall', 'lastCallRestarts', 'names', 'results', 'closer', 'secondModerator'] as const).every(
      (key) => preset[key] === chosen[key],
    )
  return same ? preset.name : `${preset.name}, adjusted`
}
