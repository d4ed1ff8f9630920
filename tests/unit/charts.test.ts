import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coverageBars, coverageSize } from '../../app/charts/coverage-geometry.ts'
import { columnName, densityBox, densitySize, densityStep } from '../../app/charts/density-geometry.ts'
import type { EgoBox } from '../../app/charts/ego-geometry.ts'
import { egoLayout } from '../../app/charts/ego-geometry.ts'

const touch = (a: EgoBox, b: EgoBox) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

describe('the map of one strategy', () => {
  const node = fc.record({
    slug: fc.uuid(),
    title: fc.string({ maxLength: 80 }),
    kind: fc.constantFrom('conflict' as const, 'complement' as const, 'twin' as const),
  })

  it('places every neighbour once, inside the picture, and lets no two boxes touch', () => {
    fc.assert(
      fc.property(fc.array(node, { maxLength: 24 }), (around) => {
        const { width, height, ego, nodes } = egoLayout('A strategy', around)
        expect(nodes.map(({ slug }) => slug).sort()).toEqual(around.map(({ slug }) => slug).sort())
        const boxes = [ego, ...nodes]
        for (const [i, a] of boxes.entries()) {
          expect(a.x >= 0 && a.y >= 0 && a.x + a.width <= width && a.y + a.height <= height).toBe(true)
          for (const b of boxes.slice(i + 1)) expect(touch(a, b)).toBe(false)
        }
      }),
    )
  })

  it('is the same for the same input, and shortens titles that do not fit', () => {
    const around = [{ slug: 'a', title: 'x'.repeat(60), kind: 'conflict' as const }]
    expect(egoLayout('A', around)).toEqual(egoLayout('A', around))
    expect(egoLayout('A', around).nodes[0]?.text).toBe(`${'x'.repeat(36)}…`)
  })
})

describe('the density map', () => {
  it('fits its cells, and keeps step 5 for the largest count and 0 for none', () => {
    const { width, height } = densitySize(15, 8)
    const last = densityBox(14, 7)
    expect([last.x + last.width <= width, last.y + last.height <= height]).toEqual([true, true])
    expect([0, 1, 3, 6, 7].map((n) => densityStep(n, 7))).toEqual([0, 1, 3, 5, 5])
    expect(densityStep(0, 0)).toBe(0)
  })

  it('fits a telephone with four columns, and breaks the name of a column between its words', () => {
    expect(densitySize(15, 4, 'narrow').width).toBeLessThanOrEqual(358)
    const words = (name: string) => columnName(name, 'narrow').map(({ text }) => text)
    expect(words('Pre-transition')).toEqual(['Pre-', 'transition'])
    expect(words('During transition')).toEqual(['During', 'transition'])
    expect(words('Market')).toEqual(['Market'])
  })
})

describe('the coverage of levers', () => {
  it('scales the longest bar to its side and draws away from the zero line', () => {
    const { zero, width } = coverageSize(3)
    const bars = coverageBars({ minusWeight: 4, neutralWeight: 2, plusWeight: 1 }, 0, 4)
    expect(bars.minus.x + bars.minus.width).toBeCloseTo(zero)
    expect(bars.minus.width).toBeCloseTo(bars.plus.width * 4)
    expect(bars.neutral.x + bars.neutral.width / 2).toBeCloseTo(zero)
    expect(bars.minus.x).toBeGreaterThan(180)
    expect(bars.plus.x + bars.plus.width).toBeLessThan(width)
  })

  it('fits a telephone, with the name of a lever over its bar', () => {
    const { width } = coverageSize(15, 'narrow')
    expect(width).toBeLessThanOrEqual(358)
    const bars = coverageBars({ minusWeight: 4, neutralWeight: 0, plusWeight: 4 }, 1, 4, 'narrow')
    expect([bars.minus.x >= 20, bars.plus.x + bars.plus.width <= width - 20]).toEqual([true, true])
    expect(bars.name.y).toBeLessThan(bars.y)
  })
})
