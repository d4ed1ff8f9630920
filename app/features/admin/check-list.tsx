import type { CheckLine, CheckState } from '#domain/site/self-check.ts'

const looks: Record<CheckState, { look: string; words: string }> = {
  well: { look: 'state state-ok', words: '✓ Well' },
  look: { look: 'state state-warn', words: '! Look' },
  bad: { look: 'state state-bad', words: '✕ Mend' },
}

/** Everything that the site depends on, the worst first. */
export function CheckList({ lines }: { lines: readonly CheckLine[] }) {
  const order: CheckState[] = ['bad', 'look', 'well']
  const sorted = [...lines].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
  return (
    <table className="table table-cards check-table">
      <caption className="visually-hidden">What the site depends on, the worst first</caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">State</th>
          <th scope="col">Found</th>
          <th scope="col">What to do</th>
        </tr>
      </thead>
      <tbody>
        {sorted.map(({ id, what, state, says, todo }) => (
          <tr key={id}>
            <th scope="row">{what}</th>
            <td data-label="State">
              <span className={looks[state].look}>{looks[state].words}</span>
            </td>
            <td data-label="Found">{says}</td>
            <td data-label="What to do">{todo ?? 'Nothing'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
