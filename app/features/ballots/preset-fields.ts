import { closingChoices, lastCallChoices } from '#app/features/ballots/read-moment.ts'
import type { Preset } from '#domain/ballots/presets.ts'

/** What a preset fills into the opening form, by the names of its fields; all others keep what was typed. */
export function presetFields(preset: Omit<Preset, 'concept' | 'byBallot' | 'words'>): Record<string, string> {
  const { rule, quorum, openFor, lastCall } = preset
  const shares = Object.entries(preset.parameters).map(([key, value]) => [`${key}-${rule}`, percent(value)])
  return {
    preset: preset.id,
    rule,
    ...Object.fromEntries(shares),
    ...(typeof quorum === 'number'
      ? { quorumKind: 'number', quorumNumber: String(quorum) }
      : { quorumKind: 'share', quorumShare: percent(quorum.share) }),
    closes: closingChoices.find(({ span }) => span === openFor)?.id ?? '1w',
    lastCall: lastCallChoices.find(({ span }) => span === (lastCall ?? 0))?.id ?? 'none',
    lastCallRestarts: preset.lastCallRestarts ? 'yes' : '',
    names: preset.names,
    results: preset.results,
    closer: preset.closer,
    secondModerator: preset.secondModerator ? 'yes' : '',
  }
}

function percent(share: number): string {
  return String(Math.round(share * 10_000) / 100)
}
