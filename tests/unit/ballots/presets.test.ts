import { describe, expect, it } from 'vitest'
import { presetFields } from '../../../app/features/ballots/preset-fields.ts'
import { closingChoices, lastCallChoices } from '../../../app/features/ballots/read-moment.ts'
import { presetChangeFault, presetFault } from '../../../domain/ballots/preset-rules.ts'
import { presetTerms, rememberedName } from '../../../domain/ballots/preset-words.ts'
import { firstPresets, governanceConcept } from '../../../domain/ballots/presets.ts'
import { spanWords } from '../../../domain/text/span.ts'

const day = 24 * 60 * 60_000

describe('presets', () => {
  it.each(firstPresets.map((preset) => [preset.id, preset] as const))(
    '[B59] %s is right and fits the form',
    (_, preset) => {
      expect(presetFault(preset)).toBeNull()
      expect(closingChoices.some(({ span }) => span === preset.openFor)).toBe(true)
      expect(lastCallChoices.some(({ span }) => span === (preset.lastCall ?? 0))).toBe(true)
      expect(presetFields(preset)).toMatchObject({ preset: preset.id, rule: preset.rule, names: preset.names })
      expect(presetTerms(preset).length).toBeGreaterThanOrEqual(4)
    },
  )

  it('[B59] include the three governance models that the concept compares', () => {
    const compared = firstPresets.filter(({ concept }) => concept === governanceConcept)
    expect(compared.map(({ id }) => id)).toEqual(['rough-consensus', 'board-supermajority', 'one-member-one-vote'])
    expect(compared[0]).toMatchObject({ rule: 'consensus', lastCall: 10 * day, closer: 'uninvolved' })
    expect(compared[1]).toMatchObject({ rule: 'supermajority', secondModerator: true })
    expect(compared[2]).toMatchObject({ rule: 'simple-majority', quorum: { share: 0.5 } })
  })

  it('[B59] names what is wrong, and in which input', () => {
    const [preset] = firstPresets
    if (!preset) throw new Error('no preset')
    expect(presetFault({ ...preset, parameters: { p: 2 } })?.field).toBe('parameters')
    expect(presetFault({ ...preset, quorum: Number.NaN })?.field).toBe('quorum')
    expect(presetFault({ ...preset, openFor: Number.NaN })?.field).toBe('openFor')
    expect(presetFault({ ...preset, lastCall: preset.openFor })?.field).toBe('lastCall')
  })

  it('[B59] a ballot remembers the name, and says where something was adjusted', () => {
    const preset = firstPresets.find(({ id }) => id === 'two-thirds')
    if (!preset) throw new Error('no preset')
    const chosen = { ...preset, span: preset.openFor + 30_000 }
    expect(rememberedName(preset, chosen)).toBe('Two-thirds majority')
    expect(rememberedName(preset, { ...chosen, quorum: 3 })).toBe('Two-thirds majority, adjusted')
    expect(rememberedName(preset, { ...chosen, span: day })).toBe('Two-thirds majority, adjusted')
    expect(rememberedName(preset, { ...chosen, parameters: { p: 0.75 } })).toBe('Two-thirds majority, adjusted')
  })

  it('[B60] one that changes only by ballot needs a ballot that adopted something since', () => {
    const bound = { byBallot: true, updatedAt: 100 }
    const adopted = { state: 'closed', result: 'adopted', closedAt: 200 }
    expect(presetChangeFault({ ...bound, byBallot: false }, null)).toBeNull()
    expect(presetChangeFault(bound, null)).toContain('only by ballot')
    expect(presetChangeFault(bound, { ...adopted, result: 'rejected' })).toContain('did not adopt')
    expect(presetChangeFault(bound, { state: 'open', result: null, closedAt: null })).toContain('did not adopt')
    expect(presetChangeFault(bound, { ...adopted, closedAt: 99 })).toContain('before this was last changed')
    expect(presetChangeFault(bound, adopted)).toBeNull()
  })

  it('says a length of time in the largest unit that fits it whole', () => {
    expect([60_000, 90 * 60_000, day, 10 * day, 14 * day].map(spanWords)).toEqual([
      '1 minute',
      '90 minutes',
      '1 day',
      '10 days',
      '2 weeks',
    ])
  })
})
