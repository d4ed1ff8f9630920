import type { Page } from '#server/views/paging.ts'

interface PagerProps {
  page: Pick<Page<unknown>, 'page' | 'pages' | 'before' | 'after'>
  /** What the list is of, in the plural: “pairs”. */
  what: string
}

/** Ways to the pages of a list before and after this one; nothing where one page holds it all. */
export function Pager({ page: { page, pages, before, after }, what }: PagerProps) {
  if (pages === 1) return null
  return (
    <nav className="pager no-print" aria-label={`Pages of ${what}`}>
      {before ? (
        <a className="button" href={before} rel="prev">
          Earlier {what}
        </a>
      ) : null}
      <span className="ui muted">
        Page {page} of {pages}
      </span>
      {after ? (
        <a className="button" href={after} rel="next">
          More {what}
        </a>
      ) : null}
    </nav>
  )
}
