import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LogRow } from '../../../collab/attribution.ts'
import { Attribution } from '../../../collab/attribution.ts'
import { authoredSections } from '../../../collab/authored-content.ts'
import { readContent } from '../../../collab/doc-shape.ts'
import { authorOf } from '../../../domain/history/shares.ts'
import { normaliseBlocks } from '../../../domain/prose/normalise.ts'
import type { TextNode } from '../../../domain/prose/tree.ts'
import { anyActs, firstWriterOf, play } from '../../factories/log-world.ts'

function replay(rows: readonly LogRow[]): Attribution {
  const attribution = new Attribution('strategy')
  for (const row of rows) attribution.apply(row)
  return attribution
}

function textNodes(attribution: Attribution): TextNode[] {
  return authoredSections(attribution)
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.type === 'list' ? [] : block.children))
    .filter((node) => node.type === 'text')
}

/** Letters whose author is not who first wrote them. Spaces belong to nobody in particular. */
function wrong(attribution: Attribution): string[] {
  return textNodes(attribution).flatMap((node) =>
    [...node.text]
      .filter((letter) => letter !== ' ' && firstWriterOf(letter) !== authorOf(node))
      .map((letter) => `${letter} of ${node.text} by ${String(authorOf(node))}`),
  )
}

describe('who wrote which words', () => {
  it('[H2] [H3] [H4] is who first wrote them, for any history of several people, with undo and formatting', () => {
    fc.assert(
      fc.property(anyActs, (acts) => {
        const { rows } = play(acts)
        expect(wrong(replay(rows))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('[H4] stays so when paragraphs are split', () => {
    fc.assert(
      fc.property(
        anyActs.map((acts) => acts.filter((act) => act.do !== 'undo' && act.do !== 'redo')),
        (acts) => {
          const { rows } = play(acts, { splits: true })
          expect(wrong(replay(rows))).toEqual([])
        },
      ),
      { numRuns: 300 },
    )
  })

  it('[H7] replaying gives what the server holds, and authors are only added to it', () => {
    fc.assert(
      fc.property(anyActs, (acts) => {
        const { rows, server } = play(acts, { splits: true })
        const attribution = replay(rows)
        const content = readContent(server, 'strategy')
        expect(attribution.content()).toEqual(content)
        const words = authoredSections(attribution).map(({ id, blocks }) => [id, normaliseBlocks(blocks)])
        expect(Object.fromEntries(words)).toEqual(content.sections)
      }),
      { numRuns: 200 },
    )
  })

  it('refuses a log with a row missing', () => {
    const { rows } = play([{ do: 'type', who: 0, at: 0, letters: [1] }])
    expect(() => replay(rows.slice(1))).toThrow('row 1 of the log is missing')
  })

  it('[H2] asks who owns the client id, and only then who sent the first change', () => {
    const { rows } = play([{ do: 'type', who: 0, at: 0, letters: [1, 1, 1] }])
    const attribution = new Attribution('strategy', new Map([[100_000, 'proposer']]))
    for (const row of rows) attribution.apply(row)
    expect(textNodes(attribution).map(authorOf)).toContain('proposer')
  })
})
