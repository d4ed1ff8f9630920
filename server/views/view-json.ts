import { pageOf } from './paging.ts'

/** So many rows are in one answer. */
const inAnswer = 500

/** A view of the whole atlas as programs read it. */
export interface ViewJson<Row> {
  items: Row[]
  /** Passed as `page` for what follows; null at the end. */
  next: number | null
  total: number
  links: { page: string }
}

/**
 * One answer of a view's rows.
 *
 * @param path of the page that people read.
 * @param search as in `location.search`: `page`, beside what the view is filtered by.
 */
export function viewJson<Row>(path: string, rows: readonly Row[], search: string): ViewJson<Row> {
  const wanted = new URLSearchParams(search).get('page') ?? undefined
  const { page, pages, rows: items, total } = pageOf(rows, wanted, inAnswer, (n) => n ?? '')
  return { items, next: page < pages ? page + 1 : null, total, links: { page: path } }
}
