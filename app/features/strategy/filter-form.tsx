import { DroppedFilters } from '#app/features/reading/dropped-filters.tsx'
import type { StrategiesList } from '#server/views/strategies-list.ts'

/** Filters as a form that asks for another address; every option says how many strategies it would leave. */
export function FilterForm({ list }: { list: StrategiesList }) {
  const active = list.chips.filter(({ id }) => id !== 'q').length
  return (
    <form method="get" action="/strategies" className="filters" aria-label="Search and filter strategies">
      <div className="field">
        <label htmlFor="filter-q">Title contains</label>
        <input type="search" id="filter-q" name="q" defaultValue={list.q} maxLength={100} />
      </div>
      <div className="field">
        <label htmlFor="filter-sort">Order</label>
        <select id="filter-sort" name="sort" defaultValue={list.sort}>
          {list.sorts.map(({ id, label }) => (
            <option key={id} value={id === 'title' ? '' : id}>
              {label}
            </option>
          ))}
        </select>
      </div>
      {/* Open only where another choice is needed: on a phone the results would be far below. */}
      <details className="filter-more" open={active > 0 && list.total === 0}>
        <summary>Filters{active > 0 ? ` (${active} active)` : ''}</summary>
        {list.facets.map((facet) => (
          <div className="field" key={facet.id}>
            <label htmlFor={`filter-${facet.id}`}>{facet.label}</label>
            <select id={`filter-${facet.id}`} name={facet.id} defaultValue={facet.chosen}>
              <option value="">Any</option>
              {facet.options.map(({ id, label, count }) => (
                <option key={id} value={id}>
                  {label} ({count})
                </option>
              ))}
            </select>
            {facet.more > 0 ? (
              <p className="field-hint">
                The commonest are offered; {facet.more} more are reached from their own pages.
              </p>
            ) : null}
          </div>
        ))}
      </details>
      <button type="submit" className="button button-primary">
        Show strategies
      </button>
    </form>
  )
}

/** What the list is filtered by, each with a way out. */
export function ActiveFilters({ list: { chips, dropped } }: { list: StrategiesList }) {
  return (
    <>
      <DroppedFilters dropped={dropped} />
      {chips.length > 0 ? (
        <ul className="chips" aria-label="Active filters">
          {chips.map(({ id, label, value, without }) => (
            <li key={id}>
              <a className="chip" href={without}>
                <span className="muted">{label}:</span> {value} <span aria-hidden="true">✕</span>
                <span className="visually-hidden">, remove</span>
              </a>
            </li>
          ))}
          {chips.length > 1 ? (
            <li>
              <a className="chip" href="/strategies">
                Clear all
              </a>
            </li>
          ) : null}
        </ul>
      ) : null}
    </>
  )
}
