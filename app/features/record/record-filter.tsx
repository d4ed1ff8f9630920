/** Filter by type and subject; a plain form whose state is the address. */
export function RecordFilter({ types, filter }: { types: string[]; filter: { type: string; subject: string } }) {
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
      <button className="button" type="submit">
        Show
      </button>
    </form>
  )
}
