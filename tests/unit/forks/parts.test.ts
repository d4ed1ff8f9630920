import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentHash, partHashes } from '../../../domain/entries/content-hash.ts'
import type { EntryContent } from '../../../domain/entries/kinds.ts'
import { differingParts, partsOf, withParts } from '../../../domain/forks/parts.ts'
import { decideTake, mergedParts, mergeHash } from '../../../domain/forks/take.ts'
import { paragraph } from '../../../domain/prose/tree.ts'

const base: EntryContent = {
  kind: 'strategy',
  schema: 1,
  title: 'Pause',
  sections: { bet: paragraph('Time is what is missing.'), mechanism: paragraph('Stop training runs.') },
  fields: { lever: 'speed', pull: '-', tags: ['moratorium'] },
  declarations: [{ kind: 'conflict', to: 'acceleration', rationale: '' }],
}

const say = (change: Partial<EntryContent>): EntryContent => ({ ...base, ...change })

describe('parts', () => {
  it('[K6] are title, fields, relations as a whole, and sections, named as votes remember them', () => {
    const names = partsOf('strategy').map(({ part }) => part)
    expect(names[0]).toBe('title')
    expect(names).toContain('declarations')
    for (const part of Object.keys(partHashes(base))) expect(names).toContain(part)
    expect(partsOf('concept').map(({ part }) => part)).not.toContain('declarations')
  })

  it('[K6] compares by hash, so that an empty part and an absent one are the same', () => {
    expect(differingParts(base, say({ fields: { ...base.fields, scenarios: [] } }), null)).toEqual([])
    expect(differingParts(base, say({ title: 'Stop' }), null)).toMatchObject([{ part: 'title', changedBy: 'unknown' }])
  })

  it('[K8] tells who changed a part since the common ancestor', () => {
    const mine = say({ title: 'Stop', sections: { ...base.sections, bet: paragraph('Mine.') } })
    const theirs = say({
      fields: { ...base.fields, pull: '+' },
      sections: { ...base.sections, bet: paragraph('Theirs.') },
    })
    expect(differingParts(mine, theirs, base).map(({ part, changedBy }) => [part, changedBy])).toEqual([
      ['title', 'you'],
      ['field/pull', 'they'],
      ['section/bet', 'both'],
    ])
  })

  it('[K8] a part that both sides changed alike does not differ', () => {
    expect(differingParts(say({ title: 'Stop' }), say({ title: 'Stop' }), base)).toEqual([])
  })
})

describe('taking over', () => {
  const theirs = say({ title: 'Stop', sections: { bet: paragraph('Theirs.') } })
  const [title] = differingParts(base, theirs, null)
  const seen = { mine: title?.mine, theirs: title?.theirs }

  it('[K9] changes exactly the parts that are taken, also where the other side says nothing', () => {
    const taken = withParts(base, theirs, ['section/mechanism'])
    expect(taken.sections).toEqual({ bet: base.sections.bet })
    expect(taken.title).toBe('Pause')
  })

  it('[K9] taking every part that differs makes both the same, whatever they say', () => {
    const contents = fc.record({
      title: fc.constantFrom('Pause', 'Stop', ''),
      bet: fc.constantFrom('', 'One.', 'Two.'),
      lever: fc.constantFrom('speed', 'access', ''),
      tags: fc.subarray(['a', 'b', 'c']),
      relation: fc.boolean(),
    })
    fc.assert(
      fc.property(contents, contents, (a, b) => {
        const content = (one: typeof a): EntryContent => ({
          kind: 'strategy',
          schema: 1,
          title: one.title,
          sections: { bet: paragraph(one.bet) },
          fields: { lever: one.lever, tags: one.tags },
          declarations: one.relation ? base.declarations : [],
        })
        const [mine, other] = [content(a), content(b)]
        const parts = differingParts(mine, other, null).map(({ part }) => part)
        expect(contentHash(withParts(mine, other, parts))).toBe(contentHash(other))
      }),
    )
  })

  it('[K10] is refused where either side is not what was seen, where both say the same, and for a part that is none', () => {
    expect(decideTake(base, theirs, 'title', seen)).toBe('take')
    expect(decideTake(say({ title: 'Wait' }), theirs, 'title', seen)).toBe('changed-here')
    expect(decideTake(base, { ...theirs, title: 'Wait' }, 'title', seen)).toBe('changed-there')
    expect(decideTake(theirs, theirs, 'title', seen)).toBe('same')
    expect(decideTake(base, theirs, 'section/none', seen)).toBe('no-such-part')
    expect(decideTake(base, theirs, 'title', { mine: undefined, theirs: undefined })).toBe('changed-here')
  })

  it('[K11] merging takes what the other side alone changed, and is named by all it would do', () => {
    const mine = say({ title: 'Mine' })
    const other = say({ title: 'Theirs', fields: { ...base.fields, pull: '+' } })
    const parts = mergedParts(differingParts(mine, other, base))
    expect(parts.map(({ part }) => part)).toEqual(['field/pull'])
    expect(mergedParts(differingParts(mine, other, null))).toEqual([])
    const later = mergedParts(differingParts(say({ title: 'Again' }), other, base))
    expect(mergeHash(later)).toBe(mergeHash(parts))
    const moved = mergedParts(differingParts(mine, say({ fields: { ...base.fields, pull: '0' } }), base))
    expect(mergeHash(moved)).not.toBe(mergeHash(parts))
  })
})
