import { describe, expect, it } from 'vitest'
import {
  citeEditionBibtex,
  citeEditionCsl,
  citeEditionPlain,
  citeEditionRis,
} from '../../domain/citing/cite-edition.ts'
import { changesBetween, editionHash, isEditionName, suggestedName } from '../../domain/publishing/editions.ts'

const entry = (slug: string, n = 1) => ({ kind: 'strategy' as const, slug, n, contentHash: `hash of ${slug} ${n}` })

describe('[P12] the name of an edition', () => {
  it('is year and number, and perhaps small words', () => {
    for (const name of ['2026.4', '2026.12', '2026.4-after-the-summit', '2026.4-2'])
      expect(isEditionName(name)).toBe(true)
    for (const name of [
      '',
      '2026',
      '2026.0',
      '26.4',
      '2026.4.json',
      '2026.4-',
      '2026.4-Big',
      '2026.4 ',
      `2026.4-${'a'.repeat(40)}`,
    ]) {
      expect([name, isEditionName(name)]).toEqual([name, false])
    }
  })

  it('is suggested by the quarter, in UTC, and by a free number where that is taken', () => {
    expect(suggestedName(Date.UTC(2026, 0, 1), [])).toBe('2026.1')
    expect(suggestedName(Date.UTC(2026, 11, 31, 23, 59), [])).toBe('2026.4')
    expect(suggestedName(Date.UTC(2026, 11, 1), ['2026.4', '2026.4-2'])).toBe('2026.4-3')
    expect(isEditionName('2026.4-3')).toBe(true)
  })
})

describe('[P13] the hash of an edition', () => {
  it('is the same in any order, and another for any other version, text, address or set', () => {
    const hash = editionHash([entry('a'), entry('b')])
    expect(editionHash([entry('b'), entry('a')])).toBe(hash)
    const others = [
      [entry('a')],
      [entry('a'), entry('b', 2)],
      [entry('a'), entry('c')],
      [entry('a'), { ...entry('b'), contentHash: 'other' }],
      [entry('a'), { ...entry('b'), kind: 'concept' as const }],
    ]
    expect(new Set([hash, ...others.map(editionHash)]).size).toBe(6)
  })

  it('is over these four and nothing else', () => {
    expect(editionHash([{ ...entry('a'), title: 'A' } as ReturnType<typeof entry>])).toBe(editionHash([entry('a')]))
  })
})

it('[P15] what changed: new, revised, gone', () => {
  const before = [
    { entryId: 'a', n: 1 },
    { entryId: 'b', n: 1 },
    { entryId: 'c', n: 1 },
  ]
  const now = [
    { entryId: 'b', n: 3 },
    { entryId: 'c', n: 1 },
    { entryId: 'd', n: 1 },
  ]
  expect(changesBetween(before, now)).toEqual({
    added: [{ entryId: 'd', n: 1 }],
    revised: [{ entry: { entryId: 'b', n: 3 }, before: 1 }],
    gone: [{ entryId: 'a', n: 1 }],
  })
})

it('[P14] is cited by address and hash, in four forms', () => {
  const cited = {
    atlas: 'AGI & Strategies',
    name: '2026.4',
    date: '2026-11-24',
    url: 'https://atlas.example/editions/2026.4',
    hash: 'abc',
  }
  expect(citeEditionPlain(cited)).toBe(
    'AGI & Strategies, edition 2026.4, 2026-11-24. https://atlas.example/editions/2026.4. SHA-256 abc',
  )
  expect(citeEditionBibtex(cited)).toBe(`@book{edition-2026.4,
  title = {{AGI \\& Strategies}},
  edition = {2026.4},
  year = {2026},
  month = {11},
  url = {https://atlas.example/editions/2026.4},
  note = {SHA-256 abc}
}
`)
  expect(citeEditionRis(cited).split('\r\n')).toEqual([
    'TY  - BOOK',
    'TI  - AGI & Strategies',
    'ET  - 2026.4',
    'PY  - 2026',
    'DA  - 2026/11/24',
    'UR  - https://atlas.example/editions/2026.4',
    'N1  - SHA-256 abc',
    'ER  - ',
    '',
  ])
  expect(citeEditionCsl(cited)).toMatchObject([
    { type: 'book', edition: '2026.4', issued: { 'date-parts': [[2026, 11, 24]] } },
  ])
})
