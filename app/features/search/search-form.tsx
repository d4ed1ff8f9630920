/** The form of the search page; works as a plain request. */
export function SearchForm({ q }: { q: string }) {
  return (
    <search>
      <form action="/search" method="get" className="search-form">
        <label htmlFor="search-q" className="visually-hidden">
          Search the atlas and its threads
        </label>
        <input id="search-q" type="search" name="q" defaultValue={q} autoComplete="off" spellCheck="false" />
        <button type="submit" className="button button-primary">
          Search
        </button>
      </form>
    </search>
  )
}
