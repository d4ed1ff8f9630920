import { describe, expect, it } from 'vitest'
import { citeBibtex, citeCsl, citePlain, citeRis } from '../../domain/citing/cite.ts'

const cited = {
  atlas: 'AGI Strategies',
  title: 'Sabotage & 100% {safe}_weights',
  version: 3,
  date: '2026-11-24',
  authors: ['Noor Elbaz', 'José Müller'],
  url: 'https://atlas.example/strategies/sabotage/v/3',
}

describe('citations', () => {
  it('read as a sentence', () => {
    expect(citePlain(cited)).toBe(
      'Noor Elbaz and José Müller. “Sabotage & 100% {safe}_weights”, version 3. AGI Strategies, 2026-11-24. https://atlas.example/strategies/sabotage/v/3',
    )
    expect(citePlain({ ...cited, authors: [] })).toMatch(/^“/)
    expect(citePlain({ ...cited, authors: ['A', 'B', 'C'] })).toMatch(/^A, B and C\. /)
    expect(citePlain({ ...cited, authors: ['A', 'B', 'C', 'D', 'E', 'F', 'G'] })).toMatch(/^A et al\. /)
  })

  it('are BibTeX in which nothing of a title is markup', () => {
    expect(citeBibtex(cited)).toBe(`@incollection{sabotage-100-safe-weights-v3,
  author = {{Noor Elbaz} and {José Müller}},
  title = {{Sabotage \\& 100\\% \\{safe\\}\\_weights}},
  booktitle = {AGI Strategies},
  edition = {Version 3},
  year = {2026},
  month = {11},
  url = {https://atlas.example/strategies/sabotage/v/3}
}
`)
    expect(citeBibtex({ ...cited, title: 'a\\b~c^d' })).toContain(
      'a\\textbackslash{}b\\textasciitilde{}c\\textasciicircum{}d',
    )
  })

  it('are RIS of one line each, whatever a title holds', () => {
    const ris = citeRis({ ...cited, title: 'Two\r\nER  - lines' })
    expect(ris.split('\r\n').filter((line) => line.startsWith('ER'))).toEqual(['ER  - '])
    expect(ris).toContain('TI  - Two ER - lines\r\n')
    expect(ris.match(/^AU {2}- /gm)).toHaveLength(2)
  })

  it('are CSL-JSON', () => {
    expect(citeCsl(cited)[0]).toMatchObject({
      type: 'entry-encyclopedia',
      author: [{ literal: 'Noor Elbaz' }, { literal: 'José Müller' }],
      issued: { 'date-parts': [[2026, 11, 24]] },
    })
  })
})
