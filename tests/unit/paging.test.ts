import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pageOf, simplePage } from '../../server/views/paging.ts'

const href = (page: string | undefined) => `/list${page ? `?page=${page}` : ''}`

describe('pages of a list', () => {
  it('have every row once, in order, and lead to one another', () => {
    fc.assert(
      fc.property(fc.nat({ max: 60 }), fc.integer({ min: 1, max: 9 }), (n, size) => {
        const all = Array.from({ length: n }, (_, i) => i)
        const seen: number[] = []
        let page = pageOf(all, undefined, size, href)
        expect(page.before).toBeNull()
        for (;;) {
          seen.push(...page.rows)
          expect(page.rows.length).toBeLessThanOrEqual(size)
          if (page.after === null) break
          const next = pageOf(all, new URL(page.after, 'http://any').searchParams.get('page') ?? '', size, href)
          expect(next.before).toBe(href(page.page > 1 ? String(page.page) : undefined))
          page = next
        }
        expect(seen).toEqual(all)
        expect(page.page).toBe(page.pages)
      }),
    )
  })

  it('take the last page for one beyond it, and the first for nonsense', () => {
    expect(pageOf([1, 2, 3], '999999', 2, href).rows).toEqual([3])
    for (const wanted of ['0', '-4', 'x', '']) expect(pageOf([1, 2, 3], wanted, 2, href).rows).toEqual([1, 2])
    expect(pageOf([], undefined, 2, href)).toEqual({ rows: [], total: 0, page: 1, pages: 1, before: null, after: null })
  })

  it('name what an address asks for and nobody can answer', () => {
    const page = simplePage('/concepts', [1], '?page=two&sort=odd')
    expect(page.dropped).toEqual([
      { name: 'page', value: 'two' },
      { name: 'sort', value: 'odd' },
    ])
  })
})
