import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareContents } from '../../domain/compare/contents.ts'
import { toLines } from '../../domain/compare/lines.ts'
import { comparableText } from '../../domain/compare/prose-text.ts'
import type { WordPart } from '../../domain/compare/words.ts'
import { compareWords, countChanges } from '../../domain/compare/words.ts'
import { contentHash } from '../../domain/entries/content-hash.ts'
import type { EntryContent } from '../../domain/entries/kinds.ts'
import type { Block } from '../../domain/prose/tree.ts'
import { paragraph } from '../../domain/prose/tree.ts'

const base: EntryContent = {
  kind: 'strategy',
  schema: 1,
  title: 'Pause',
  sections: { bet: paragraph('Stopping for a while buys the time that safety work needs.') },
  fields: { lever: 'pace', tags: ['treaty', 'moratorium'], vintages: [{ year: '2014', text: 'A thought experiment' }] },
  declarations: [{ kind: 'conflict', to: 'acceleration', rationale: '' }],
}

function side(parts: readonly WordPart[], leave: WordPart['op']): string {
  return parts
    .filter((part) => part.op !== leave)
    .map((part) => part.text)
    .join('')
}

const word = fc.constantFrom('open', 'weights', 'shift', 'power', "don't", 'naïve', '日本', 'a', '2.5')
const text = fc
  .array(fc.tuple(word, fc.constantFrom(' ', '\n', ', ', '  ')), { maxLength: 40 })
  .map((pairs) => pairs.flat().join(''))
const anyText = fc.oneof(text, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }))

describe('words', () => {
  it('[C1] [C2] parts give both texts back', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        const parts = compareWords(before, after)
        expect(side(parts, 'removed')).toBe(after)
        expect(side(parts, 'added')).toBe(before)
        expect(parts.every((part) => part.text !== '')).toBe(true)
        if (before === after) expect(countChanges(parts)).toBe(0)
        else expect(countChanges(parts)).toBeGreaterThan(0)
      }),
      { numRuns: 500 },
    )
  })

  it('[C3] changes whole words', () => {
    expect(compareWords('It hardens the grid.', 'It hardened the grid.')).toEqual([
      { op: 'kept', text: 'It ' },
      { op: 'removed', text: 'hardens' },
      { op: 'added', text: 'hardened' },
      { op: 'kept', text: ' the grid.' },
    ])
  })

  it('reads a replaced run of words as one removal and one addition', () => {
    expect(compareWords('we stop all work now', 'we slow some training now')).toEqual([
      { op: 'kept', text: 'we ' },
      { op: 'removed', text: 'stop all work' },
      { op: 'added', text: 'slow some training' },
      { op: 'kept', text: ' now' },
    ])
  })

  it('[C8] answers quickly for long texts that have nothing in common', () => {
    const words = (seed: string) => Array.from({ length: 30_000 }, (_, i) => `${seed}${i}`).join(' ')
    const [before, after] = [words('a'), words('b')]
    const started = performance.now()
    const parts = compareWords(before, after)
    // A search through all pairs of words would take minutes.
    expect(performance.now() - started).toBeLessThan(30_000)
    expect(side(parts, 'removed')).toBe(after)
    expect(side(parts, 'added')).toBe(before)
  })

  it('[C8] does not search where the lengths alone say that too much differs', () => {
    const long = Array.from({ length: 30_000 }, (_, i) => `a${i}`).join(' ')
    const started = performance.now()
    const parts = compareWords(long, 'One firm decides.')
    expect(performance.now() - started).toBeLessThan(1_000)
    expect(parts).toEqual([
      { op: 'removed', text: long },
      { op: 'added', text: 'One firm decides.' },
    ])
  })
})

describe('paragraphs', () => {
  const lines = (before: string, after: string) => toLines(compareWords(before, after))

  it('[C4] a split shows as an added break', () => {
    const [line, ...others] = lines('One thing holds. Another follows.', 'One thing holds.\nAnother follows.')
    expect(others).toEqual([])
    expect(line?.state).toBe('changed')
    expect(line?.parts.filter((part) => part.op === 'added')).toEqual([{ op: 'added', text: '\n' }])
    expect(line?.parts.filter((part) => part.op === 'removed')).toEqual([{ op: 'removed', text: ' ' }])
  })

  it('an inserted paragraph is one added line wherever it stands', () => {
    for (const [before, after] of [
      ['One.\nThree.', 'One.\nTwo is new.\nThree.'],
      ['One.', 'One.\nTwo is new.'],
      ['Three.', 'Two is new.\nThree.'],
    ] as const) {
      const states = lines(before, after).map((line) => line.state)
      expect(states.filter((state) => state === 'added')).toHaveLength(1)
      expect(states.filter((state) => state === 'changed')).toEqual([])
    }
  })

  it('[C5] a paragraph in another place is moved', () => {
    const moved = 'Weights that are out cannot be called back.'
    const rest = 'Release is a step one takes once.\nWhoever fears concentration will publish early.\nThird.'
    const states = lines(`${moved}\n${rest}`, `${rest}\n${moved}`).map((line) => line.state)
    expect(states).toEqual(['moved-away', 'kept', 'kept', 'kept', 'moved-here'])
  })
})

describe('contents', () => {
  it('[C6] equal contents have no change, whatever the order they are written in', () => {
    const again = { ...base, fields: { ...base.fields, tags: ['moratorium', 'treaty'] } }
    expect(compareContents(base, again)).toMatchObject({ title: null, fields: [], relations: [], changes: 0 })
  })

  it('[C6] any difference of hashes is a change', () => {
    const sections = fc.dictionary(fc.constantFrom('bet', 'mechanism', 'body'), text.map(paragraph))
    const fields = fc.dictionary(fc.constantFrom('lever', 'pull', 'source-note', 'unknown'), word)
    const content = fc.record({ title: word, sections, fields }).map((some): EntryContent => ({ ...base, ...some }))
    fc.assert(
      fc.property(content, content, (before, after) => {
        const { changes } = compareContents(before, after)
        expect(changes === 0).toBe(contentHash(before) === contentHash(after))
      }),
    )
  })

  it('[C7] shows fields by name, sets and rows by member', () => {
    const after: EntryContent = {
      ...base,
      fields: {
        lever: 'access',
        tags: ['treaty', 'verification'],
        vintages: [
          { year: '2014', text: 'A thought experiment with a name' },
          { year: '2023', text: 'An open letter' },
        ],
      },
      declarations: [
        { kind: 'conflict', to: 'acceleration', rationale: 'One slows what the other hurries.' },
        { kind: 'complement', to: 'compute-governance', rationale: '' },
      ],
    }
    const { fields, relations, changes } = compareContents(base, after, (source, value) => `${source}:${value}`)
    expect(fields.map((field) => field.id)).toEqual(['lever', 'tags', 'vintages'])
    expect(fields[0]).toMatchObject({ before: 'levers:pace', after: 'levers:access' })
    expect(fields[1]).toMatchObject({ added: ['tags:verification'], removed: ['tags:moratorium'], kept: 1 })
    expect(fields[2]).toMatchObject({ added: [[{ text: '2023' }, { text: 'An open letter' }]], removed: [], kept: 0 })
    expect(fields[2]).toHaveProperty('changed.0.0.words', [{ op: 'kept', text: '2014' }])
    expect(relations.map(({ state, to }) => [state, to])).toEqual([
      ['added', 'compute-governance'],
      ['changed', 'acceleration'],
    ])
    expect(changes).toBe(5)
  })

  it('[C9] a link that leads elsewhere is a change', () => {
    const link = (url: string): Block[] => [
      { type: 'paragraph', children: [{ type: 'link', url, children: [{ type: 'text', text: 'the report' }] }] },
    ]
    const at = (url: string) => ({ ...base, sections: { bet: link(url) } })
    const { sections } = compareContents(at('https://example.org/a'), at('https://example.org/b'))
    expect(sections[0]).toMatchObject({ id: 'bet', state: 'changed', changes: 1 })
  })

  it('[C9] emphasis and the level of a heading are changes', () => {
    const bold: Block[] = [{ type: 'paragraph', children: [{ type: 'text', text: 'now', marks: ['bold'] }] }]
    const heading = (level: 2 | 3): Block[] => [{ type: 'heading', level, children: [{ type: 'text', text: 'now' }] }]
    const spellings = [paragraph('now'), bold, heading(2), heading(3)].map(comparableText)
    expect(new Set(spellings).size).toBe(4)
  })

  it('a first version is compared to nothing', () => {
    const { title, sections } = compareContents(null, base)
    expect(title).toEqual([{ op: 'added', text: 'Pause' }])
    expect(sections).toMatchObject([{ id: 'bet', state: 'added' }])
  })
})
