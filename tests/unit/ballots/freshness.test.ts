import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CastPaper, FrozenText } from '../../../domain/ballots/freshness.ts'
import { countedPapers, differingParts, freshnessOf, standingPapers } from '../../../domain/ballots/freshness.ts'

type Parts = Record<string, string>

function text(n: number, parts: Parts, change: FrozenText['change'] = n === 1 ? 'opening' : 'material'): FrozenText {
  return { n, change, challenged: false, parts }
}

function paper(covered: Parts, rest: Partial<CastPaper> = {}): CastPaper {
  return { covered, replaced: false, reaffirms: null, ...rest }
}

const standingOf = (cast: CastPaper, texts: FrozenText[]) => standingPapers([cast], texts)[0]

const first = { title: 't', bet: 'b1', threshold: 'h1' }

describe('which papers stand', () => {
  it('[B42] counts every paper as fresh where the text was never amended, whatever it covered', () => {
    const papers = [paper(first), paper({ question: 'q' }), paper({})]
    expect(standingPapers(papers, [text(1, first)]).map(({ standing }) => standing)).toEqual(Array(3).fill('fresh'))
    expect(standingPapers(papers, []).map(({ standing }) => standing)).toEqual(Array(3).fill('fresh'))
    expect(freshnessOf(standingPapers(papers, [text(1, first)]), [text(1, first)])).toEqual({})
  })

  it('[B41] names exactly the parts that were changed, added or removed', () => {
    const next = { title: 't', bet: 'b2', lever: 'l' }
    const stood = standingOf(paper(first), [text(1, first), text(2, next)])
    expect(stood).toMatchObject({ standing: 'stale', changed: ['bet', 'lever', 'threshold'] })
    expect(standingOf(paper(next), [text(1, first), text(2, next)])).toMatchObject({ standing: 'fresh', changed: [] })
  })

  it('[B41] a typo keeps a paper fresh, and a challenged one does not', () => {
    const typo = text(2, { ...first, bet: 'b1 corrected' }, 'typo')
    expect(standingOf(paper(first), [text(1, first), typo])?.standing).toBe('fresh')
    const challenged = { ...typo, challenged: true }
    expect(standingOf(paper(first), [text(1, first), challenged])).toMatchObject({
      standing: 'stale',
      changed: ['bet'],
    })
  })

  it('[B41] asks only about what changed in meaning where another part has a typo', () => {
    const texts = [
      text(1, first),
      text(2, { ...first, bet: 'b1 corrected' }, 'typo'),
      text(3, { ...first, bet: 'b1 corrected', threshold: 'h2' }),
    ]
    expect(standingOf(paper(first), texts)?.changed).toEqual(['threshold'])
  })

  it('[B41] a typo after a change of meaning does not make the paper whole again', () => {
    const texts = [text(1, first), text(2, { ...first, bet: 'b2' }), text(3, { ...first, bet: 'b2 corrected' }, 'typo')]
    expect(standingOf(paper(first), texts)?.changed).toEqual(['bet'])
    expect(standingOf(paper({ ...first, bet: 'b2' }), texts)?.standing).toBe('fresh')
  })

  it('[B41] a part that is put back as it was covered has not changed', () => {
    const texts = [text(1, first), text(2, { ...first, bet: 'b2' }), text(3, first)]
    expect(standingOf(paper(first), texts)?.standing).toBe('fresh')
    expect(standingOf(paper({ ...first, bet: 'b2' }), texts)?.changed).toEqual(['bet'])
  })

  it('[B42] a paper that covers something never under vote is stale', () => {
    const typo = text(2, { ...first, bet: 'b1 corrected' }, 'typo')
    expect(standingOf(paper({ ...first, bet: 'forged' }), [text(1, first), typo])?.standing).toBe('stale')
  })

  it('[B42] tells fresh, re-affirmed, stale and replaced apart, and counts the first two', () => {
    const next = { ...first, bet: 'b2' }
    const texts = [text(1, first), text(2, next)]
    const papers = [
      paper(first, { replaced: true }),
      paper(next, { reaffirms: 'r1' }),
      paper(next),
      paper(first),
      paper(first, { reaffirms: 'r0' }),
    ]
    const standings = standingPapers(papers, texts).map(({ standing }) => standing)
    expect(standings).toEqual(['replaced', 'reaffirmed', 'fresh', 'stale', 'stale'])
    expect(countedPapers(standingPapers(papers, texts))).toEqual([papers[1], papers[2]])
    expect(freshnessOf(standingPapers(papers, texts), texts)).toEqual({
      freshness: { fresh: 1, reaffirmed: 1, stale: 2 },
    })
  })
})

const partNames = ['title', 'section/bet', 'field/lever', 'declarations']
const anyParts = fc
  .dictionary(fc.constantFrom(...partNames), fc.constantFrom('1', '2', '3'), { noNullPrototype: true })
  .map((parts): Parts => ({ title: '0', ...parts }))
const anyTexts = fc
  .array(fc.record({ parts: anyParts, typo: fc.boolean(), challenged: fc.boolean() }), { minLength: 1, maxLength: 6 })
  .map((list) =>
    list.map(({ parts, typo, challenged }, i): FrozenText => {
      const change = i === 0 ? 'opening' : typo ? 'typo' : 'material'
      return { n: i + 1, parts, change, challenged: change === 'typo' && challenged }
    }),
  )
/** A history, and papers cast on any of its texts. */
const anyHistory = anyTexts.chain((texts) =>
  fc.record({
    texts: fc.constant(texts),
    papers: fc.array(
      fc
        .record({
          on: fc.nat(texts.length - 1),
          replaced: fc.boolean(),
          reaffirms: fc.constantFrom(null, 'receipt'),
        })
        .map(({ on, ...rest }) => ({ on, ...paper(texts[on]?.parts ?? {}, rest) })),
      { maxLength: 12 },
    ),
  }),
)

describe('any history of amendments', () => {
  it('[B41] does not depend on the order of papers or texts', () => {
    fc.assert(
      fc.property(anyHistory, ({ texts, papers }) => {
        const there = standingPapers(papers, texts)
        const back = standingPapers([...papers].reverse(), [...texts].reverse()).reverse()
        expect(back).toEqual(there)
      }),
    )
  })

  it('[B41] a part that never changed since a paper was cast is never among what changed for it', () => {
    fc.assert(
      fc.property(anyHistory, ({ texts, papers }) => {
        for (const { paper, changed } of standingPapers(papers, texts)) {
          const seen = texts.slice(paper.on)
          for (const part of changed) expect(new Set(seen.map(({ parts }) => parts[part])).size).toBeGreaterThan(1)
        }
      }),
    )
  })

  it('[B41] unchallenged typos alone keep every paper; the same typos challenged make stale who saw them change', () => {
    fc.assert(
      fc.property(anyHistory, ({ texts, papers }) => {
        const typos = texts.map((one) => ({ ...one, change: one.n === 1 ? one.change : ('typo' as const) }))
        const kept = typos.map((one) => ({ ...one, challenged: false }))
        expect(standingPapers(papers, kept).every(({ standing }) => standing !== 'stale')).toBe(true)
        const challenged = typos.map((one) => ({ ...one, challenged: true }))
        const last = texts.at(-1)?.parts ?? {}
        for (const { paper, standing, changed } of standingPapers(papers, challenged)) {
          expect(changed).toEqual(paper.replaced ? [] : differingParts(paper.covered, last))
          expect(standing === 'stale').toBe(changed.length > 0)
        }
      }),
    )
  })

  it('[B45] a challenge never makes a stale paper count', () => {
    fc.assert(
      fc.property(anyHistory, fc.nat(5), ({ texts, papers }, which) => {
        const after = texts.map((one, i) => ({ ...one, challenged: one.challenged || i === which }))
        const before = standingPapers(papers, texts)
        standingPapers(papers, after).forEach(({ changed }, i) => {
          for (const part of before[i]?.changed ?? []) expect(changed).toContain(part)
        })
      }),
    )
  })

  it('[B42] every paper that is not replaced is fresh, re-affirmed or stale', () => {
    fc.assert(
      fc.property(anyHistory, ({ texts, papers }) => {
        const { freshness } = freshnessOf(standingPapers(papers, texts), texts)
        if (!freshness) return
        const standing = papers.filter(({ replaced }) => !replaced).length
        expect(freshness.fresh + freshness.reaffirmed + freshness.stale).toBe(standing)
        expect(countedPapers(standingPapers(papers, texts))).toHaveLength(freshness.fresh + freshness.reaffirmed)
      }),
    )
  })
})
