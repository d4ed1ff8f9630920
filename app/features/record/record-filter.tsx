import type { RecordPage } from '#server/views/record-page.ts'

/** Filter by type, subject, account and days; a plain form whose state is the address. */
export function RecordFilter({ types, filter }: Pick<RecordPage, 'types' | 'filter'>) {
  return (
    <form className="record-filter" method="get" action="/record">
      <div className="field">
        <label htmlFor="record-type">Type of event</label>
        <select id="record-type" name="type" defaultValue={filter.type}>
          <option value="">All types</option>
          {types.map((type) => (
            <option key={type} value={type}>
              {type}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="record-subject">About</label>
        <input
          id="record-subject"
          name="subject"
          type="text"
          defaultValue={filter.subject}
          placeholder="ballot/… or draft/…"
          autoComplete="off"
          spellCheck={false}
        />
      </div>
      <div className="field">
        <label htmlFor="record-by">Done by</label>
        <input
          id="record-by"
          name="by"
          type="text"
          defaultValue={filter.by}
          placeholder="id of an account"
          autoComplete="off"
          spellCheck={false}
        />
      </div>
      <div className="field record-day">
        <label htmlFor="record-from">From</label>
        <input id="record-from" name="from" type="date" defaultValue={filter.from} />
      </div>
      <div className="field record-day">
        <label htmlFor="record-to">Until</label>
        <input id="record-to" name="to" type="date" defaultValue={filter.to} />
      </div>
      <button className="button" type="submit">
        Show
      </button>
    </form>
  )
}
