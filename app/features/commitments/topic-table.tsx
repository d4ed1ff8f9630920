import type { CommitmentsPage } from '#server/views/commitments-page.ts'

/** How much is assumed about each topic, and where strategies in conflict assume different things. */
export function TopicTable({ topics }: { topics: CommitmentsPage['topics'] }) {
  return (
    <table className="table commitment-topics">
      <caption className="visually-hidden">Assumptions by topic</caption>
      <thead>
        <tr>
          <th scope="col">Topic</th>
          <th scope="col" className="number">
            Assumptions
          </th>
          <th scope="col" className="number">
            Strategies
          </th>
          <th scope="col" className="number">
            Pairs at odds
          </th>
        </tr>
      </thead>
      <tbody>
        {topics.map(({ id, label, assumptions, strategies, atOdds }) => (
          <tr key={id}>
            <th scope="row">
              <a href={`#${id}`}>{label}</a>
            </th>
            <td className="number">{assumptions}</td>
            <td className="number">{strategies}</td>
            <td className="number">{atOdds}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
