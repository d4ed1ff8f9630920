import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentHash, normaliseContent, partHashes } from '../../domain/entries/content-hash.ts'
import type { EntryContent } from '../../domain/entries/kinds.ts'
import { paragraph } from '../../domain/prose/tree.ts'

const content: EntryContent = {
  kind: 'strategy',
  schema: 1,
  title: 'Pause',
  sections: { bet: paragraph('Time is what is missing.'), mechanism: paragraph('Stop training runs.') },
  fields: { lever: 'speed', pull: '-', tags: ['speed', 'moratorium'] },
  declarations: [
    { kind: 'conflict', to: 'acceleration', rationale: '' },
    { kind: 'complement', to: 'compute-governance', rationale: '' },
  ],
}

describe('content hashes', () => {
  it('[R6] are equal for equal content, however it is spelled', () => {
    const other: EntryContent = {
      ...content,
      sections: {
        mechanism: paragraph('Stop training runs.'),
        bet: paragraph('Time is what is missing.'),
        overshoot: [],
      },
      fields: {
        tags: ['moratorium', 'speed', 'speed'],
        pull: '-',
        lever: 'speed',
        'analogue-regime': '',
        foreclosing: false,
      },
      declarations: [...content.declarations].reverse(),
    }
    expect(contentHash(other)).toBe(contentHash(content))
    expect(partHashes(other)).toEqual(partHashes(content))
  })

  it('[R6] change with every part, and the part hash names which', () => {
    const changes: [string, EntryContent][] = [
      ['title', { ...content, title: 'Halt' }],
      ['section/bet', { ...content, sections: { ...content.sections, bet: paragraph('Time is short.') } }],
      ['field/lever', { ...content, fields: { ...content.fields, lever: 'scope' } }],
      ['declarations', { ...content, declarations: content.declarations.slice(1) }],
    ]
    for (const [part, changed] of changes) {
      expect(contentHash(changed)).not.toBe(contentHash(content))
      const before = partHashes(content)
      const after = partHashes(changed)
      const differing = Object.keys({ ...before, ...after }).filter((key) => before[key] !== after[key])
      expect(differing).toEqual([part])
    }
  })

  it('normalising twice is normalising once', () => {
    const set = fc.uniqueArray(fc.constantFrom('a', 'b', 'c'))
    fc.assert(
      fc.property(set, fc.string(), (tags, text) => {
        const once = normaliseContent({ ...content, fields: { tags, 'source-note': text } })
        expect(normaliseContent(once)).toEqual(once)
      }),
    )
  })
})
