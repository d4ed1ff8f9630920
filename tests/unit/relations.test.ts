import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StrategyFacts } from '../../domain/relations/mechanisms.ts'
import { complementMechanism, conflictMechanism } from '../../domain/relations/mechanisms.ts'
import type { DirectedDeclaration } from '../../domain/relations/relate-pairs.ts'
import { relatePairs } from '../../domain/relations/relate-pairs.ts'
import { declarationsOf, strategyFacts } from '../../domain/relations/strategy-facts.ts'
import { readVault } from '../../server/vault/read-vault.ts'

const plain: StrategyFacts = {
  slug: 'a',
  lever: 'speed',
  side: 'mixed',
  pull: '+',
  timeHorizon: 'horizon-neutral',
  legitimacySource: 'mixed',
  rejectsFrame: false,
  foreclosing: false,
}
const strategy = (facts: Partial<StrategyFacts>): StrategyFacts => ({ ...plain, ...facts })
const says = (from: string, kind: 'conflict' | 'complement', to: string, rationale = ''): DirectedDeclaration => ({
  from,
  kind,
  to,
  rationale,
})
const tally = (values: readonly string[]) =>
  Object.fromEntries([...new Set(values)].sort().map((one) => [one, values.filter((other) => other === one).length]))

const vault = readVault('db/seed/vault')
const vaultStrategies = vault.entries.filter(({ kind }) => kind === 'strategy')
const vaultFacts = vaultStrategies.map(({ slug, content }) => strategyFacts(slug, content, vault.vocabulary.levers))
const vaultSays = vaultStrategies.flatMap(({ slug, content }) => declarationsOf(slug, content))

describe('mechanism of a conflict', () => {
  const against = (one: Partial<StrategyFacts>, other: Partial<StrategyFacts>) =>
    conflictMechanism(strategy(one), strategy({ slug: 'b', ...other }))

  it('[C1] opposes pulls on one lever: by scope where either forecloses, else by lever', () => {
    expect(against({ pull: '+' }, { pull: '-' })).toBe('lever-opposition')
    expect(against({ pull: '-' }, { pull: '+', foreclosing: true })).toBe('scope-opposition')
    expect(against({ pull: '+', rejectsFrame: true }, { pull: '-' })).toBe('lever-opposition')
  })

  it('[C2] is one of frames where either rejects the usual frame', () => {
    expect(against({ rejectsFrame: true }, { pull: '+' })).toBe('frame-opposition')
    expect(against({}, { pull: 'neutral', rejectsFrame: true })).toBe('frame-opposition')
  })

  it('[C3] is one of levers where the lever is the same and the pulls are not opposite', () => {
    expect(against({ pull: '+' }, { pull: 'neutral', foreclosing: true })).toBe('lever-opposition')
  })

  it('[C4] is one of frames otherwise', () => {
    expect(against({}, { lever: 'scope', pull: '-' })).toBe('frame-opposition')
  })
})

describe('mechanism of a complement', () => {
  const beside = (one: Partial<StrategyFacts>, other: Partial<StrategyFacts>) =>
    complementMechanism(strategy(one), strategy({ slug: 'b', lever: 'scope', ...other }))

  it('[P1] reinforces where lever and pull are the same', () => {
    expect(beside({ side: 'ai-side' }, { lever: 'speed', side: 'ai-side' })).toBe('same-lever-reinforce')
    expect(beside({}, { lever: 'speed', pull: '-' })).not.toBe('same-lever-reinforce')
  })

  it('[P2] bridges the two sides', () => {
    expect(beside({ side: 'ai-side' }, { side: 'world-side', timeHorizon: 'pre-transition' })).toBe('cross-side-bridge')
    expect(beside({ side: 'ai-side' }, { side: 'mixed' })).toBe('adjacent-bet')
  })

  it('[P3] sequences different definite horizons', () => {
    expect(beside({ timeHorizon: 'pre-transition' }, { timeHorizon: 'post-transition' })).toBe('stage-sequenced')
  })

  it('[P4] layers equal definite horizons', () => {
    const during = { timeHorizon: 'during-transition' }
    expect(beside(during, during)).toBe('same-phase-different-layer')
  })

  it('[P5] diversifies one side, mixed included', () => {
    expect(beside({ timeHorizon: 'pre-transition' }, {})).toBe('same-side-diversify')
    expect(beside({ side: 'ai-side' }, { side: 'ai-side' })).toBe('same-side-diversify')
  })

  it('[P6] shares an authority that is not mixed', () => {
    const state = { side: 'mixed', legitimacySource: 'state' } as const
    expect(beside(state, { side: 'ai-side', legitimacySource: 'state' })).toBe('shared-authority')
  })

  it('[P7] is an adjacent bet otherwise', () => {
    expect(beside({}, { side: 'ai-side' })).toBe('adjacent-bet')
  })

  it('[T2] takes no two missing coordinates for equal', () => {
    const bare = {
      lever: undefined,
      side: undefined,
      pull: undefined,
      timeHorizon: undefined,
      legitimacySource: undefined,
    }
    expect(beside(bare, bare)).toBe('adjacent-bet')
    expect(relatePairs([strategy(bare), strategy({ ...bare, slug: 'b' })], [])).toEqual([])
  })
})

describe('pairs', () => {
  const two = [strategy({}), strategy({ slug: 'b', pull: '-' })]

  it('[L1] appear once, in the order of their slugs, whoever declares', () => {
    const [pair, ...more] = relatePairs([...two].reverse(), [
      says('b', 'complement', 'a'),
      says('a', 'complement', 'b'),
    ])
    expect(pair).toMatchObject({ a: 'a', b: 'b', kind: 'complement' })
    expect(more).toEqual([])
  })

  it('[L2] know who declared them and why', () => {
    expect(relatePairs(two, [says('b', 'conflict', 'a', 'It undoes it.')])).toEqual([
      {
        a: 'a',
        b: 'b',
        kind: 'conflict',
        mechanism: 'lever-opposition',
        declaredBy: ['b'],
        rationales: [{ from: 'b', text: 'It undoes it.' }],
      },
    ])
    expect(relatePairs(two, [says('b', 'conflict', 'a'), says('a', 'conflict', 'b', 'So.')])[0]).toMatchObject({
      declaredBy: ['a', 'b'],
      rationales: [{ from: 'a', text: 'So.' }],
    })
  })

  it('[L3] are conflicts where one side says so', () => {
    const pairs = relatePairs(two, [says('a', 'complement', 'b', 'It helps.'), says('b', 'conflict', 'a')])
    expect(pairs).toMatchObject([{ kind: 'conflict', declaredBy: ['b'], rationales: [] }])
  })

  it('[L4][T1] are twins where lever and pull are the same and nobody declares', () => {
    const twins = [strategy({ pull: 'neutral' }), strategy({ slug: 'b', pull: 'neutral' })]
    expect(relatePairs(twins, [])).toMatchObject([{ kind: 'twin', mechanism: 'same-lever-twin', declaredBy: [] }])
    expect(relatePairs(twins, [says('a', 'complement', 'b')])).toMatchObject([{ kind: 'complement' }])
  })

  it('[L5] do not come of declarations about oneself or about nobody', () => {
    expect(
      relatePairs(two, [says('a', 'conflict', 'a'), says('a', 'conflict', 'gone'), says('gone', 'conflict', 'a')]),
    ).toEqual([])
  })

  it('[L6] do not depend on any order', () => {
    const before = relatePairs(vaultFacts, vaultSays)
    fc.assert(
      fc.property(
        fc.shuffledSubarray(vaultFacts, { minLength: vaultFacts.length }),
        fc.shuffledSubarray(vaultSays, { minLength: vaultSays.length }),
        (strategies, declarations) => {
          expect(relatePairs(strategies, declarations)).toEqual(before)
        },
      ),
      { numRuns: 10 },
    )
  })

  it('[L1]–[T1] of the shipped atlas come out as counted', () => {
    const pairs = relatePairs(vaultFacts, vaultSays)
    expect(pairs).toHaveLength(354)
    expect(tally(pairs.map(({ kind }) => kind))).toEqual({ complement: 221, conflict: 51, twin: 82 })
    expect(tally(pairs.map(({ mechanism }) => mechanism))).toEqual({
      'lever-opposition': 25,
      'frame-opposition': 26,
      'same-lever-reinforce': 54,
      'cross-side-bridge': 27,
      'stage-sequenced': 24,
      'same-phase-different-layer': 54,
      'same-side-diversify': 27,
      'shared-authority': 17,
      'adjacent-bet': 18,
      'same-lever-twin': 82,
    })
  })
})
