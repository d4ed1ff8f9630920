import { Choice } from '#app/features/reading/choice.tsx'
import type { MatrixPage } from '#server/views/matrix-page.ts'

/** What the matrix or the list is narrowed to, as a form that asks for another address. */
export function MatrixFilter({ page }: { page: MatrixPage }) {
  const { chosen, kinds, levers, mechanisms, list } = page
  return (
    <form method="get" action="/matrix" className="filter-row" aria-label="Narrow the relations">
      {list ? <input type="hidden" name="view" value="list" /> : null}
      <Choice form="matrix" name="kind" label="Relation" all="All kinds" value={chosen.kind}>
        {kinds.map(({ id, label, count }) => (
          <option key={id} value={id}>
            {label} ({count})
          </option>
        ))}
      </Choice>
      <Choice form="matrix" name="lever" label={list ? 'On the lever' : 'Rows'} all="All levers" value={chosen.lever}>
        {levers.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Choice>
      {list ? (
        <Choice form="matrix" name="mechanism" label="Mechanism" all="All mechanisms" value={chosen.mechanism}>
          {mechanisms.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </Choice>
      ) : (
        <Choice form="matrix" name="across" label="Columns" all="All levers" value={chosen.across}>
          {levers.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Choice>
      )}
      <button type="submit" className="button button-primary">
        Show
      </button>
    </form>
  )
}
