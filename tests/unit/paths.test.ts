import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Edge } from '../../domain/paths/edges.ts'
import { pathEdges, refersTo, stages } from '../../domain/paths/edges.ts'
import { reach, walked, walks } from '../../domain/paths/walks.ts'
import type { Block } from '../../domain/prose/tree.ts'
import { paragraph } from '../../domain/prose/tree.ts'
import type { RelatedPair } from '../../domain/relations/relate-pairs.ts'

const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
const name = fc.constantFrom(...names)
const strategies = fc.uniqueArray(
  fc.record({
    slug: name,
    horizon: fc.constantFrom(...stages, 'horizon-neutral', ''),
    refersTo: fc.array(fc.constantFrom(...names, 'gone'), { maxLength: 3 }),
  }),
  { selector: ({ slug }) => slug, maxLength: 7 },
)
const pairs = fc.uniqueArray(
  fc
    .record({
      ends: fc.uniqueArray(name, { minLength: 2, maxLength: 2 }),
      mechanism: fc.constantFrom('stage-sequenced' as const, 'adjacent-bet' as const),
    })
    .map(({ ends, mechanism }): RelatedPair => {
      const [a = '', b = ''] = [...ends].sort()
      return { a, b, kind: 'complement', mechanism, declaredBy: [a], rationales: [] }
    }),
  { selector: ({ a, b }) => `${a} ${b}`, maxLength: 10 },
)
const graph = fc
  .uniqueArray(fc.uniqueArray(name, { minLength: 2, maxLength: 2 }), { selector: (ends) => ends.join(), maxLength: 16 })
  .map((all) => all.map(([from = '', to = '']): Edge => ({ from, to, rules: ['link'] })))

/** Every way along edges that visits nothing twice, found by trying. */
function simpleWays(from: string, edges: readonly Edge[], before: readonly string[] = []): string[][] {
  const way = [...before, from]
  return [
    way,
    ...edges
      .filter((edge) => edge.from === from && !way.includes(edge.to))
      .flatMap(({ to }) => simpleWays(to, edges, way)),
  ]
}

const reaches = (from: string, to: string, edges: readonly Edge[]): boolean =>
  edges.some(
    (edge) => edge.from === from && (edge.to === to || simpleWays(edge.to, edges).some((way) => way.includes(to))),
  )

describe('edges between strategies', () => {
  it('[N1] [N2] [N3] are exactly those that the two rules give, each once, in order', () => {
    fc.assert(
      fc.property(strategies, pairs, (all, related) => {
        const edges = pathEdges(all, related)
        expect(edges.map(({ from, to }) => `${from} ${to}`)).toEqual(
          [...new Set(edges.map(({ from, to }) => `${from} ${to}`))].sort(),
        )
        const place = (slug: string) => {
          const horizon = all.find((one) => one.slug === slug)?.horizon ?? ''
          return (stages as readonly string[]).indexOf(horizon)
        }
        for (const x of all) {
          for (const y of all) {
            if (x === y) continue
            const pair = related.find(({ a, b }) => [a, b].includes(x.slug) && [a, b].includes(y.slug))
            const staged = pair?.mechanism === 'stage-sequenced' && place(x.slug) >= 0 && place(x.slug) < place(y.slug)
            const rules = [...(x.refersTo.includes(y.slug) ? ['link'] : []), ...(staged ? ['stage'] : [])]
            expect(edges.find(({ from, to }) => from === x.slug && to === y.slug)?.rules ?? []).toEqual(rules)
          }
        }
        for (const { from, to } of edges) {
          expect(from).not.toBe(to)
          for (const end of [from, to]) expect(all.some(({ slug }) => slug === end)).toBe(true)
        }
      }),
    )
  })

  it('[N8] do not depend on the order of strategies, references or pairs', () => {
    fc.assert(
      fc.property(strategies, pairs, (all, related) => {
        const backwards = all.map((one) => ({ ...one, refersTo: [...one.refersTo].reverse() })).reverse()
        expect(pathEdges(backwards, [...related].reverse())).toEqual(pathEdges(all, related))
      }),
    )
  })

  it('[N1] reads references and links from any kind of block, each once', () => {
    const blocks: Block[] = [
      ...paragraph('See [[pause]] and [[small-model-first]], then [[pause]] again.'),
      {
        type: 'list',
        ordered: false,
        items: [
          {
            children: [{ type: 'link', url: '/strategies/public-ai#bet', children: [{ type: 'text', text: 'it' }] }],
            list: { type: 'list', ordered: true, items: [{ children: [{ type: 'text', text: '[[sabotage]]' }] }] },
          },
          { children: [{ type: 'link', url: 'https://here.example/strategies/gradualism', children: [] }] },
          { children: [{ type: 'link', url: '/scenarios/decisive-advantage', children: [] }, { type: 'break' }] },
        ],
      },
    ]
    expect(refersTo(blocks)).toEqual(['pause', 'small-model-first', 'public-ai', 'sabotage', 'gradualism'])
  })
})

describe('what edges add up to', () => {
  it('[N4] finds every cycle and no other, and a ring that can be walked', () => {
    fc.assert(
      fc.property(graph, (edges) => {
        const { cycles } = walks(names, edges)
        const cycleOf = (slug: string) => cycles.find(({ members }) => members.includes(slug))
        for (const x of names) {
          for (const y of names) {
            if (x === y) continue
            const together = reaches(x, y, edges) && reaches(y, x, edges)
            expect(cycleOf(x) !== undefined && cycleOf(x) === cycleOf(y)).toBe(together)
          }
        }
        expect(cycles.flatMap(({ members }) => members).length).toBe(new Set(cycles.flatMap((one) => one.members)).size)
        for (const { members, ring } of cycles) {
          expect(members.length).toBeGreaterThan(1)
          expect(ring[0]).toBe([...members].sort()[0])
          const round = [...ring, ring[0] ?? '']
          for (const [i, to] of round.slice(1).entries()) {
            expect(edges.some((edge) => edge.from === round[i] && edge.to === to)).toBe(true)
          }
          const shortest = edges
            .filter((edge) => edge.to === ring[0])
            .flatMap((edge) => simpleWays(ring[0] ?? '', edges).filter((way) => way.at(-1) === edge.from))
          expect(ring.length).toBe(Math.min(...shortest.map((way) => way.length)))
        }
      }),
    )
  })

  it('[N5] tells starts, passages, dead ends and what stands apart', () => {
    fc.assert(
      fc.property(graph, (edges) => {
        const { places } = walks(names, edges)
        expect([...places.keys()].sort()).toEqual(names)
        for (const slug of names) {
          const away = edges.some(({ from }) => from === slug)
          const here = edges.some(({ to }) => to === slug)
          const place = away && here ? 'passage' : away ? 'start' : here ? 'dead-end' : 'apart'
          expect(places.get(slug)).toBe(place)
        }
      }),
    )
  })

  it('[N6] finds a longest chain from everywhere, as trying every way does', () => {
    fc.assert(
      fc.property(graph, (edges) => {
        const { chainFrom, chainLength, cycles } = walks(names, edges)
        const inside = ({ from, to }: Edge) =>
          cycles.some(({ members }) => members.includes(from) && members.includes(to))
        const open = edges.filter((edge) => !inside(edge))
        for (const slug of names) {
          const ways = simpleWays(slug, open).sort((x, y) => y.length - x.length || (x.join() < y.join() ? -1 : 1))
          expect(chainFrom(slug)).toEqual(ways[0])
          expect(chainLength(slug)).toBe(ways[0]?.length)
        }
      }),
    )
  })

  it('[N7] reaches everything in the least number of steps', () => {
    fc.assert(
      fc.property(graph, name, (edges, from) => {
        const steps = reach(from, edges)
        for (const to of names) {
          const ways = edges
            .filter((edge) => edge.from === from)
            .flatMap((edge) => simpleWays(edge.to, edges).filter((way) => way.at(-1) === to))
          const least = Math.min(...ways.map((way) => way.length))
          expect(steps.get(to)).toBe(ways.length > 0 ? least : undefined)
        }
      }),
    )
  })

  it('[N9] keeps the end of a way that follows edges to where one stands', () => {
    fc.assert(
      fc.property(graph, fc.array(name, { maxLength: 6 }), name, (edges, way, here) => {
        const trail = walked(way, here, edges)
        const follows = (all: readonly string[]) =>
          all.slice(1).every((to, i) => edges.some((edge) => edge.from === all[i] && edge.to === to))
        expect(way.slice(way.length - trail.length)).toEqual(trail)
        expect(follows([...trail, here])).toBe(true)
        if (trail.length < way.length) expect(follows([...way.slice(way.length - trail.length - 1), here])).toBe(false)
      }),
    )
  })

  it('[N8] does not depend on the order of strategies or edges', () => {
    fc.assert(
      fc.property(graph, (edges) => {
        const found = walks(names, edges)
        const other = walks([...names].reverse(), [...edges].reverse())
        expect([other.cycles, names.map(other.chainFrom)]).toEqual([found.cycles, names.map(found.chainFrom)])
      }),
    )
  })

  it('walks a chain of ten thousand without running out of stack', () => {
    const many = Array.from({ length: 10_000 }, (_, i) => `s${String(i).padStart(5, '0')}`)
    const edges = many.slice(1).map((to, i): Edge => ({ from: many[i] ?? '', to, rules: ['link'] }))
    const last = many.at(-1) ?? ''
    expect(walks(many, [...edges, { from: last, to: many[0] ?? '', rules: ['link'] }]).cycles[0]?.ring).toHaveLength(
      10_000,
    )
  })
})
