import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { argumentLayout } from '../../../app/charts/argument-geometry.ts'
import { wrap } from '../../../app/charts/wrap.ts'
import { chooseMap, mostOnMap } from '../../../domain/threads/argument-map.ts'
import { branches } from '../../../domain/threads/order.ts'
import type { Outlined } from '../../../domain/threads/outline.ts'
import { outlinePages } from '../../../domain/threads/outline.ts'
import { contributionTypes } from '../../../domain/threads/words.ts'

/** Arguments in which everything answers something earlier, or nothing. */
const argument = fc
  .array(
    fc.record({
      type: fc.constantFrom(...contributionTypes),
      above: fc.option(fc.nat(), { freq: 2 }),
      candidate: fc.constantFrom(null, null, 0, 1, 2),
      deleted: fc.boolean(),
    }),
    { maxLength: 120 },
  )
  .map((all) =>
    all.map(({ type, above, candidate, deleted }, i): Outlined => {
      const replyTo = above === null || i === 0 ? null : `c${above % i}`
      return {
        id: `c${i}`,
        type,
        replyTo,
        candidate: replyTo === null ? candidate : null,
        createdAt: i,
        deletedAt: deleted ? 1 : null,
      }
    }),
  )

describe('the outline', () => {
  it('[T39] [T40] has every contribution once, on pages that hold so many and end between branches', () => {
    fc.assert(
      fc.property(argument, fc.integer({ min: 1, max: 30 }), (items, length) => {
        const pages = outlinePages(branches(items, 'kind'), [0, 1], length)
        const listed: string[] = []
        let left = 0
        for (const page of pages) {
          const here = page.flatMap((part) => part.branches)
          const ids = here.flatMap((branch) => branch.items.map(({ item }) => item.id))
          expect(ids.length).toBeLessThanOrEqual(length)
          for (const branch of here) {
            expect(branch.items[0]?.depth).toBe(0)
            if (branch.left > 0) expect(branch.items).toHaveLength(length)
          }
          listed.push(...ids)
          left += here.reduce((sum, one) => sum + one.left, 0)
        }
        expect(new Set(listed).size).toBe(listed.length)
        expect(listed.length + left).toBe(items.length)
      }),
    )
  })

  it('[T39] begins with the candidates in their order, and keeps what is said of an unknown one among the types', () => {
    fc.assert(
      fc.property(argument, fc.integer({ min: 1, max: 30 }), (items, length) => {
        const parts = outlinePages(branches(items, 'kind'), [0, 1], length).flat()
        const about = parts.map((part) => ('candidate' in part.about ? part.about.candidate : part.about.type))
        const order = [0, 1, ...contributionTypes]
        const places = about.map((one) => order.indexOf(one))
        expect(places).toEqual([...places].sort((a, b) => a - b))
        expect(about.slice(0, 1)).toEqual([0])
        for (const part of parts) {
          for (const { items: own } of part.branches) {
            const root = own[0]?.item
            const candidate = root?.candidate ?? null
            if ('candidate' in part.about) expect(candidate).toBe(part.about.candidate)
            else expect([candidate === 0 || candidate === 1, root?.type]).toEqual([false, part.about.type])
          }
        }
      }),
    )
  })

  it('[T40] says where a heading goes on, and counts under it what all pages hold', () => {
    const items = Array.from({ length: 5 }, (_, i) => ({
      id: `c${i}`,
      type: 'for' as const,
      replyTo: null,
      candidate: null,
      createdAt: i,
      deletedAt: i === 4 ? 1 : null,
    }))
    const pages = outlinePages(branches(items, 'kind'), [], 2)
    expect(pages.map(([part]) => [part?.continued, part?.total, part?.branches.length])).toEqual([
      [false, 4, 2],
      [true, 4, 2],
      [true, 4, 1],
    ])
  })
})

describe('the map', () => {
  it('[T41] draws at most forty, each once and standing, and counts the rest', () => {
    fc.assert(
      fc.property(argument, (items) => {
        const all = branches(items, 'kind')
        const { groups, drawn } = chooseMap(all, new Set())
        const shown = groups.flatMap(({ roots }) => roots.flatMap(({ root, answers }) => [root, ...answers]))
        expect(shown.length).toBe(drawn)
        expect(drawn).toBeLessThanOrEqual(mostOnMap)
        expect(new Set(shown.map(({ item }) => item.id)).size).toBe(drawn)
        expect(shown.every(({ item }) => item.deletedAt === null && item.candidate === null)).toBe(true)
        const living = all.filter(([{ item }]) => item.deletedAt === null && item.candidate === null)
        const firsts = groups.reduce((sum, { roots, more }) => sum + roots.length + more, 0)
        expect(firsts).toBe(living.length)
        for (const { roots } of groups) {
          for (const { root, answers, more } of roots) {
            const own = living.find(([first]) => first.item.id === root.item.id) ?? []
            expect(answers.length + more).toBe(own.slice(1).filter(({ item }) => item.deletedAt === null).length)
            expect(answers.every(({ item }) => item.replyTo === root.item.id)).toBe(true)
          }
        }
      }),
    )
  })

  it('[T41] draws cruxes first, then what has the most answers, then the oldest', () => {
    const one = (id: string, replyTo: string | null, createdAt: number): Outlined => ({
      ...{ id, replyTo, createdAt, type: 'question' },
      candidate: null,
      deletedAt: null,
    })
    const items = [one('a', null, 1), one('b', null, 2), one('c', null, 3), one('d', null, 4), one('e', 'c', 5)]
    const { groups } = chooseMap(branches(items, 'kind'), new Set(['d']))
    expect(groups[0]?.roots.map(({ root }) => root.item.id)).toEqual(['d', 'c', 'a'])
    expect(groups[0]?.more).toBe(1)
  })
})

describe('the picture of an argument', () => {
  const node = fc.record({ text: fc.string({ maxLength: 130 }) })
  const groups = fc
    .uniqueArray(fc.constantFrom(...contributionTypes), { maxLength: 8 })
    .chain((types) =>
      fc.tuple(
        ...types.map((type) =>
          fc.record({
            type: fc.constant(type),
            title: fc.constant('Heading'),
            more: fc.nat(3),
            roots: fc.array(fc.record({ node, answers: fc.array(node, { maxLength: 2 }) }), { maxLength: 6 }),
          }),
        ),
      ),
    )
    .map((all) =>
      all.map((group, g) => ({
        ...group,
        roots: group.roots.map(({ node, answers }, r) => ({
          node: { ...node, id: `${g}/${r}` },
          answers: answers.map((answer, a) => ({ ...answer, id: `${g}/${r}/${a}` })),
        })),
      })),
    )

  it('places every box once inside the picture, for on the left and against on the right, and lets none touch', () => {
    fc.assert(
      fc.property(groups, fc.string({ maxLength: 200 }), (all, claim) => {
        const { width, height, nodes, links, claim: top } = argumentLayout(claim, all)
        const wanted = all.flatMap(({ roots }) =>
          roots.flatMap(({ node, answers }) => [node.id, ...answers.map(({ id }) => id)]),
        )
        expect(nodes.map(({ node }) => node.id).sort()).toEqual([...wanted].sort())
        expect(links).toHaveLength(nodes.length)
        const boxes = [top, ...nodes]
        for (const [i, a] of boxes.entries()) {
          expect(a.x >= 0 && a.y >= 0 && a.x + a.width <= width && a.y + a.height <= height).toBe(true)
          for (const b of boxes.slice(i + 1)) {
            const apart = a.x + a.width < b.x || b.x + b.width < a.x || a.y + a.height < b.y || b.y + b.height < a.y
            expect(apart).toBe(true)
          }
        }
        for (const { type, x, width: own } of nodes) {
          if (type === 'for') expect(x + own).toBeLessThan(width / 2)
          if (type === 'against') expect(x).toBeGreaterThan(width / 2)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('breaks words into lines that fit, and loses none but at the end', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.integer({ min: 4, max: 40 }), (text, letters) => {
        const lines = wrap(text, letters, 3)
        expect(lines.length).toBeLessThanOrEqual(3)
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(letters)
        const whole = lines.join('').replaceAll(/\s/g, '')
        const meant = text.replaceAll(/\s/g, '')
        expect(whole === meant || (whole.endsWith('…') && meant.startsWith(whole.slice(0, -1)))).toBe(true)
      }),
    )
  })
})
