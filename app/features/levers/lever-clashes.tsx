import type { LeverPage } from '#server/views/lever-pages.ts'

interface LeverClashesProps {
  id: string
  clashes: LeverPage['clashes']
  bothWays: LeverPage['bothWays']
}

/** What contradicts what on one lever, declared or not, and who endorses both directions. */
export function LeverClashes({ id, clashes, bothWays }: LeverClashesProps) {
  const { total, undeclared, shown } = clashes
  return (
    <section id="contradictions" className="lever-clashes" aria-labelledby="contradictions-title">
      <h2 id="contradictions-title">
        Contradictions on this lever
        <span className="count">{total}</span>
      </h2>
      {total === 0 ? (
        <p>No two strategies on this lever are in conflict, and none pull it in opposite directions.</p>
      ) : (
        <table className="table cards-on-phone">
          <caption className="visually-hidden">Pairs of strategies on this lever that contradict each other</caption>
          <thead>
            <tr>
              <th scope="col">Strategies</th>
              <th scope="col">Why</th>
              <th scope="col">Whose statement</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ a, b, mechanism }) => (
              <tr key={`${a.slug} ${b.slug}`}>
                <th scope="row">
                  <a href={`/strategies/${a.slug}`}>{a.title}</a>{' '}
                  <span className="is-conflict">
                    <span aria-hidden="true">✕</span>
                    <span className="visually-hidden">against</span>
                  </span>{' '}
                  <a href={`/strategies/${b.slug}`}>{b.title}</a>
                </th>
                <td>{mechanism ?? 'Opposite pulls'}</td>
                <td>
                  {mechanism ? (
                    <a href={`/matrix?cell=${a.slug}~${b.slug}#cell`}>Declared; see the pair</a>
                  ) : (
                    <span className="muted">Follows from the pulls; nobody declares a conflict</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {shown.length < total ? (
        <p className="ui">
          The first {shown.length} of {total}. <a href={`/matrix?lever=${id}&across=${id}`}>All pairs in the matrix</a>
        </p>
      ) : null}
      <p className="why">
        A pair counts when either entry declares the conflict, or when the two pull in opposite directions
        {undeclared > 0 ? ` (${undeclared} of these ${total})` : ''}. The audit of a portfolio uses the same rule.
      </p>
      <p className="ui">
        {bothWays.length === 0 ? (
          'Nobody on the record endorses strategies on both sides of this lever.'
        ) : (
          <>
            On the record for both directions:{' '}
            {bothWays.map(({ slug, name }, i) => (
              <span key={slug}>
                {i > 0 ? ', ' : ''}
                <a href={`/people/${slug}`}>{name}</a>
              </span>
            ))}
            . That says something about the pair, and nothing about the person.
          </>
        )}
      </p>
    </section>
  )
}
