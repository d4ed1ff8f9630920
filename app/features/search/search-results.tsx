import { keyed } from '#app/features/versions/words.tsx'
import type { SearchPage } from '#server/views/search-page.ts'
import { Pieces } from './pieces.tsx'

/** What was found, by kind; each kind with a way to the rest of it. */
export function SearchResults({ page }: { page: SearchPage }) {
  const { groups, only, q, capped } = page
  return (
    <>
      {groups.map(({ id, label, total, shown }) => (
        <section key={id} className="search-group" aria-labelledby={`found-${id}`}>
          <h2 id={`found-${id}`}>
            {label} <span className="count">{capped ? `${total}+` : total}</span>
          </h2>
          <ul className="list-plain">
            {keyed(shown).map((hit) => (
              <li key={hit.key} className="search-hit">
                <p className="search-title">
                  <a href={hit.href}>
                    <Pieces pieces={hit.title} />
                  </a>
                  {hit.where ? <span className="search-where">{hit.where}</span> : null}
                </p>
                <p className="search-passage">
                  <Pieces pieces={hit.passage} />
                </p>
              </li>
            ))}
          </ul>
          {only === null && total > shown.length ? (
            <p className="ui">
              <a href={searchHref(q, id, 1)}>
                All {total} {label.toLowerCase()}
              </a>
            </p>
          ) : null}
        </section>
      ))}
      {only ? <Paging page={page} /> : null}
    </>
  )
}

function Paging({ page: { q, only, page, pages } }: { page: SearchPage }) {
  return (
    <nav className="paging ui" aria-label="Pages of results">
      <a href={searchHref(q, null, 1)}>All kinds</a>
      {page > 1 ? <a href={searchHref(q, only, page - 1)}>Previous</a> : null}
      {pages > 1 ? (
        <span>
          Page {page} of {pages}
        </span>
      ) : null}
      {page < pages ? <a href={searchHref(q, only, page + 1)}>Next</a> : null}
    </nav>
  )
}

function searchHref(q: string, only: string | null, page: number): string {
  const query = new URLSearchParams({ q })
  if (only) query.set('in', only)
  if (page > 1) query.set('page', String(page))
  return `/search?${query}`
}
