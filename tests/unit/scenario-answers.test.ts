import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answers, byAdversary } from '../../domain/scenarios/answers.ts'

const classes = ['state', 'lab', 'crowd']
const scenario = fc.record({
  slug: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  adversary: fc.constantFrom('state', 'lab', 'crowd', '', 'unlisted'),
})
const scenarios = fc.uniqueArray(scenario, { selector: ({ slug }) => slug, maxLength: 6 })
const strategies = fc
  .array(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'gone'), { maxLength: 5 }), { maxLength: 8 })
  .map((all) => all.map((names, i) => ({ slug: `s${i}`, names })))

describe('scenarios by adversary class', () => {
  it('[S2] puts each scenario in one group, in the order of the classes, the rest last', () => {
    fc.assert(
      fc.property(scenarios, (all) => {
        const groups = byAdversary(all, classes)
        expect(groups.flatMap((group) => group.scenarios).sort()).toEqual(all.map(({ slug }) => slug).sort())
        const order = groups.map(({ adversary }) => [...classes, ''].indexOf(adversary))
        expect(order).toEqual([...new Set(order)].sort((x, y) => x - y))
        for (const { adversary, scenarios: slugs } of groups) {
          expect(slugs.length).toBeGreaterThan(0)
          for (const slug of slugs) {
            const own = all.find((one) => one.slug === slug)?.adversary ?? ''
            expect(adversary).toBe(classes.includes(own) ? own : '')
          }
        }
      }),
    )
  })
})

describe('strategies by how many scenarios they answer', () => {
  it('[S1] [S3] puts each strategy in one list, by the scenarios it names that exist', () => {
    fc.assert(
      fc.property(strategies, scenarios, (all, given) => {
        const found = answers(all, given)
        const list = (slug: string) => ({
          several: found.several.some(({ strategy }) => strategy === slug),
          one: found.one.some(({ strategy }) => strategy === slug),
          none: found.none.includes(slug),
        })
        for (const { slug, names } of all) {
          const n = given.filter((one) => names.includes(one.slug)).length
          expect(list(slug)).toEqual({ several: n > 1, one: n === 1, none: n === 0 })
        }
      }),
    )
  })

  it('[S4] [S5] orders by scenarios, then classes, then as given, whatever order the names have', () => {
    fc.assert(
      fc.property(strategies, scenarios, (all, given) => {
        const found = answers(all, given)
        const backwards = all.map(({ slug, names }) => ({ slug, names: [...names].reverse() }))
        expect(answers(backwards, given)).toEqual(found)
        for (const [i, row] of found.several.entries()) {
          const next = found.several[i + 1]
          if (!next) break
          const by = row.scenarios.length - next.scenarios.length || row.classes - next.classes
          expect(by).toBeGreaterThanOrEqual(0)
          if (by === 0) expect(row.strategy < next.strategy).toBe(true)
        }
      }),
    )
  })

  it('[S4] counts scenarios without a class as one class', () => {
    const given = [
      { slug: 'a', adversary: '' },
      { slug: 'b', adversary: '' },
      { slug: 'c', adversary: 'lab' },
    ]
    expect(answers([{ slug: 's', names: ['c', 'a', 'b'] }], given).several).toEqual([
      { strategy: 's', scenarios: ['a', 'b', 'c'], classes: 2 },
    ])
  })
})
