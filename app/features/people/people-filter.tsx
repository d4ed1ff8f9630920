import type { PeopleList } from '#server/views/people-pages.ts'

/** Narrows the list of people by name and tier; a strategy that the address names is kept. */
export function PeopleFilter({ list: { q, chosen, tiers } }: { list: Pick<PeopleList, 'q' | 'chosen' | 'tiers'> }) {
  return (
    <form method="get" action="/people" className="filter-row" aria-label="Search and filter people">
      {chosen.strategy ? <input type="hidden" name="strategy" value={chosen.strategy} /> : null}
      <div className="field">
        <label htmlFor="people-q">Name contains</label>
        <input type="search" id="people-q" name="q" defaultValue={q} maxLength={100} />
      </div>
      {(['expertise', 'recognition'] as const).map((field) => (
        <div className="field" key={field}>
          <label htmlFor={`people-${field}`}>{field === 'expertise' ? 'Expertise' : 'Recognition'}</label>
          <select id={`people-${field}`} name={field} defaultValue={chosen[field]}>
            <option value="">Any</option>
            {tiers[field].map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
      ))}
      <button type="submit" className="button button-primary">
        Show people
      </button>
    </form>
  )
}
