import { presetFields } from '#app/features/ballots/preset-fields.ts'
import { closingChoices, lastCallChoices } from '#app/features/ballots/read-moment.ts'
import { readShare } from '#app/features/ballots/read-opening.ts'
import type { Preset } from '#domain/ballots/presets.ts'
import type { SavePreset } from '#server/usecases/ballots/change-preset.ts'

/** The way of deciding that a form says; what is no number comes out as such, for the use case to refuse. */
export function readPreset(typed: Record<string, string>): SavePreset {
  const { id = '', rule = '', name = '', words = '', names = '', results = '', revision = '', ballot } = typed
  const share = typed[`p-${rule}`] ?? ''
  const lastCall = lastCallChoices.find((one) => one.id === typed.lastCall)?.span ?? 0
  return {
    ...(id === '' ? {} : { id }),
    ...(revision === '' ? {} : { revision: Number(revision) }),
    ...{ ballot, name, words, rule, names, results },
    parameters: share.trim() === '' ? {} : { p: readShare(share) },
    quorum: readQuorum(typed.quorum ?? ''),
    openFor: closingChoices.find((one) => one.id === typed.openFor)?.span ?? Number.NaN,
    lastCall: lastCall === 0 ? null : lastCall,
    lastCallRestarts: typed.lastCallRestarts === 'yes',
    closer: typed.closer === 'uninvolved' ? 'uninvolved' : 'anyone',
    secondModerator: typed.secondModerator === 'yes',
    byBallot: typed.byBallot === 'yes',
  }
}

/** A preset as the fields of its form. */
export function typedPreset(preset: Omit<Preset, 'concept'>): Record<string, string> {
  const { closes = '1w', quorumKind, quorumShare = '', quorumNumber = '', ...fields } = presetFields(preset)
  return {
    ...fields,
    name: preset.name,
    words: preset.words,
    openFor: closes,
    quorum: quorumKind === 'share' ? `${quorumShare} %` : quorumNumber,
    byBallot: preset.byBallot ? 'yes' : '',
  }
}

function readQuorum(text: string): SavePreset['quorum'] {
  return text.includes('%') ? { share: readShare(text) } : text.trim() === '' ? Number.NaN : Number(text)
}
