import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normaliseContent } from '../../domain/entries/content-hash.ts'
import type {
  ColumnDef,
  EntryContent,
  EntryKind,
  FieldDef,
  FieldValue,
  OptionSource,
} from '../../domain/entries/kinds.ts'
import { contentSchema, entryKinds, kinds } from '../../domain/entries/kinds.ts'
import { normaliseBlocks } from '../../domain/prose/normalise.ts'
import { categories, media } from '../../server/vault/layout.ts'
import { readMarkdownFile } from '../../server/vault/markdown-file.ts'
import { Problems } from '../../server/vault/problems.ts'
import { readEntry } from '../../server/vault/read-entry.ts'
import { wordsOf } from '../../server/vault/read-fields.ts'
import { readVault } from '../../server/vault/read-vault.ts'
import { writeEntry } from '../../server/vault/write-entry.ts'
import { anyBlock } from '../factories/any-prose.ts'

const { vocabulary } = readVault('db/seed/vault')
const known = { vocabulary, strategies: ['pause', 'a-1', 'true', '007'], scenarios: ['s-1', 'null'] }

const pieces = [
  '"',
  "'",
  ':',
  ' ',
  '#',
  '- ',
  '\\',
  '\n',
  '|',
  '·',
  '**',
  ' Fails if ',
  'word',
  '[[x]]',
  '字',
  '\u2028',
  '{',
  '&a',
  '*b',
  '%',
]
const text = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join('').trim())
  .filter((value) => value !== '')
const oneOf = (source: OptionSource) => fc.constantFrom(...(wordsOf(source, known) ?? ['tag', 'tag-2', 'no', '1e5']))
const source = fc.record({
  title: text,
  publisher: text,
  url: fc.constantFrom('https://a.example/', 'http://b.example/x?y=%20#z'),
  medium: fc.constantFrom(...media),
  date: fc.constantFrom('', '2024', '2024-05-06'),
})

function cell({ type, options }: ColumnDef): fc.Arbitrary<unknown> {
  if (type === 'sources') return fc.array(source, { minLength: 1, maxLength: 2 })
  if (type === 'flag') return fc.constant(true)
  return type === 'choice' && options ? oneOf(options) : fc.oneof(text, fc.constantFrom('2001', 'a claim.'))
}

function value(kind: EntryKind, field: FieldDef): fc.Arbitrary<FieldValue> {
  if (field.type === 'flag') return fc.constant(true)
  if (field.type === 'choice') return oneOf(field.options)
  if (field.type === 'text') return field.id === 'wikipedia' ? fc.constant('https://en.wikipedia.org/wiki/A') : text
  if (field.type === 'set') {
    return fc.uniqueArray(
      kind === 'person' && field.id === 'categories' ? fc.constantFrom(...categories) : oneOf(field.options),
    )
  }
  const always = field.columns
    .filter(({ id }) => ['strategy', 'stance', 'org', 'sources'].includes(id))
    .map(({ id }) => id)
  const row = fc.record(Object.fromEntries(field.columns.map((column) => [column.id, cell(column)])), {
    requiredKeys: always,
  })
  return fc.array(row, { maxLength: 3 }) as fc.Arbitrary<FieldValue>
}

function content(kind: EntryKind): fc.Arbitrary<EntryContent> {
  const { fields, sections } = kinds[kind]
  const needed = ['lever', 'pull', ...vocabulary.axes.map(({ id }) => id)]
  const first = new Set(kind === 'strategy' ? ['bet', 'mechanism'] : sections.slice(0, 1).map(({ id }) => id))
  const prose = fc.array(anyBlock, { maxLength: 3 })
  return fc
    .record({
      kind: fc.constant(kind),
      schema: fc.constant(contentSchema),
      title: text.map((title) => title.replace(/\n/g, ' ')),
      sections: fc.record(Object.fromEntries(sections.map(({ id }) => [id, prose])), { requiredKeys: [] }),
      fields: fc.record(Object.fromEntries(fields.map((field) => [field.id, value(kind, field)])), {
        requiredKeys: fields.map(({ id }) => id).filter((id) => needed.includes(id)),
      }),
      declarations:
        kinds[kind].declares.length > 0
          ? fc.constantFrom([], [{ kind: 'conflict' as const, to: 'pause', rationale: 'So: "so".' }])
          : fc.constant([]),
    })
    .map((drawn): EntryContent => {
      const words = [...first].map((id) => [id, [{ type: 'paragraph', children: [{ type: 'text', text: 'Words.' }] }]])
      const written = Object.entries(drawn.sections).map(([id, blocks]) => [id, normaliseBlocks(blocks ?? [])] as const)
      const sections = {
        ...Object.fromEntries(words),
        ...Object.fromEntries(written.filter(([, blocks]) => blocks.length > 0)),
      }
      return normaliseContent({
        ...drawn,
        declarations: [...drawn.declarations],
        fields: drawn.fields as EntryContent['fields'],
        sections,
      })
    })
}

describe('files of the vault', () => {
  it.each(entryKinds)('keep any %s through writing and reading', (kind) => {
    fc.assert(
      fc.property(content(kind), (entry) => {
        const problems = new Problems()
        const written = writeEntry('a-2', entry, { responsive: ['pause'] })
        const file = readMarkdownFile('x/a-2.md', written, kind, problems)
        const read = file && readEntry(kind, file, known)
        expect(problems.lines(), written).toEqual([])
        expect(read?.content, written).toEqual(entry)
      }),
      { numRuns: 40 },
    )
  })
})
