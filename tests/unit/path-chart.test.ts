import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pathLayout } from '../../app/charts/path-geometry.ts'
import { togetherBar, togetherSize } from '../../app/charts/together-geometry.ts'

const columns = fc.array(fc.nat(6), { minLength: 1, maxLength: 4 }).map((sizes) =>
  sizes.map((n, column) => ({
    title: `Column ${column}`,
    nodes: Array.from({ length: n }, (_, i) => ({
      slug: `${column}-${i}`,
      title: 'A strategy with quite a long name',
    })),
  })),
)

describe('the picture of paths', () => {
  it('places every strategy once inside the picture, and lets no two boxes touch', () => {
    fc.assert(
      fc.property(columns, (all) => {
        const { width, height, nodes } = pathLayout(all, [])
        expect(nodes).toHaveLength(all.reduce((sum, { nodes: own }) => sum + own.length, 0))
        for (const [i, a] of nodes.entries()) {
          expect(a.x >= 0 && a.y >= 0 && a.x + a.width <= width && a.y + a.height <= height).toBe(true)
          for (const b of nodes.slice(i + 1)) {
            const apart = a.x + a.width < b.x || b.x + b.width < a.x || a.y + a.height < b.y || b.y + b.height < a.y
            expect(apart).toBe(true)
          }
        }
      }),
    )
  })

  it('leads a line past a column between its boxes and through none of them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.nat(5), fc.nat(5), (middle, i, j) => {
        const column = (name: string, n: number) => ({
          title: name,
          nodes: Array.from({ length: n }, (_, k) => ({ slug: `${name}${k}`, title: name })),
        })
        const all = [column('a', 6), column('b', middle), column('c', 6)]
        const { curves, nodes } = pathLayout(all, [{ from: `a${i}`, to: `c${j}` }])
        const [, x, y] = /C[^ ]+ [^ ]+ [^ ]+ [^ ]+ ([\d.]+) ([\d.]+)H/.exec(curves[0]?.d ?? '') ?? []
        const passed = nodes.filter(({ column: own }) => own === 1)
        expect(Number(x)).toBe(passed[0]?.x)
        for (const box of passed) expect(Number(y) <= box.y || Number(y) >= box.y + box.height).toBe(true)
      }),
    )
  })

  it('leaves out a line to what is not drawn', () => {
    const one = { title: 'Here', nodes: [{ slug: 'a', title: 'A' }] }
    expect(pathLayout([one], [{ from: 'a', to: 'b' }]).curves).toEqual([])
  })
})

describe('the picture of pairs that are held together', () => {
  it('draws the fill as its part of the track, and fits', () => {
    const bar = togetherBar({ both: 2, either: 8 }, 1, 16)
    expect(bar.track).toBeCloseTo(bar.fill * 4)
    const { width, height } = togetherSize(2)
    expect(bar.x + togetherBar({ both: 1, either: 16 }, 0, 16).track).toBeLessThan(width - 60)
    expect(bar.y + bar.height).toBeLessThan(height)
    expect(togetherBar({ both: 0, either: 0 }, 0, 0)).toMatchObject({ track: 0, fill: 0 })
  })
})
