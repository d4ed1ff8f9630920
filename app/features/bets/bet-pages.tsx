interface BetPagesProps {
  page: number
  pages: number
  before: string | null
  after: string | null
}

/** The way to the next and the previous page of bets, where there is more than one. */
export function BetPages({ page, pages, before, after }: BetPagesProps) {
  if (pages === 1) return null
  return (
    <nav className="actions ui" aria-label="Pages of bets">
      {before ? (
        <a className="button" href={before}>
          Earlier bets
        </a>
      ) : null}
      {after ? (
        <a className="button" href={after}>
          More bets
        </a>
      ) : null}
      <span className="muted">
        page {page} of {pages}
      </span>
    </nav>
  )
}
