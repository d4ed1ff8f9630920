import { choicesHref, isPageNumber, readChoices } from './read-choices.ts'

/** One page of a long list. */
export interface Page<Row> {
  rows: Row[]
  /** In the whole list. */
  total: number
  /** From 1; the last one where the address asks for more. */
  page: number
  pages: number
  /** Addresses of the neighbouring pages. */
  before: string | null
  after: string | null
}

/**
 * Cuts a list into pages, so that no page of the site grows with the atlas.
 *
 * @param wanted page number from an address; anything that is no page is the first or the last one.
 * @param size rows on a page.
 * @param hrefOf the address of a page; `undefined` for the first one, which needs no number.
 */
export function pageOf<Row>(
  all: readonly Row[],
  wanted: string | undefined,
  size: number,
  hrefOf: (page: string | undefined) => string,
): Page<Row> {
  const place = placeOf(all.length, wanted, size, hrefOf)
  return { rows: all.slice((place.page - 1) * size, place.page * size), ...place }
}

/** Where a page of a list lies, for lists that the database cuts. */
export function placeOf(
  total: number,
  wanted: string | undefined,
  size: number,
  hrefOf: (page: string | undefined) => string,
): Omit<Page<never>, 'rows'> {
  const pages = Math.max(1, Math.ceil(total / size))
  const page = Math.min(Math.max(1, Number(wanted ?? 1) || 1), pages)
  const href = (n: number) => hrefOf(n > 1 ? String(n) : undefined)
  return {
    total,
    page,
    pages,
    before: page > 1 ? href(page - 1) : null,
    after: page < pages ? href(page + 1) : null,
  }
}

const onSimplePage = 150

/**
 * A page of a list that has no filters.
 *
 * @param search as in `location.search`; what is not understood is named in `dropped`.
 */
export function simplePage<Row>(path: string, all: readonly Row[], search: string) {
  const { chosen, dropped } = readChoices(search, { page: isPageNumber })
  return { ...pageOf(all, chosen.page, onSimplePage, (page) => choicesHref(path, { page })), dropped }
}
