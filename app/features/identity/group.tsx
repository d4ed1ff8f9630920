import { Form } from '@remix-run/react'
import type { IdentityGroup } from '#server/views/identity-page.ts'

/** A group puts its lines together; nobody signs theirs. */
export function GroupForm({ smallest }: { smallest: number }) {
  return (
    <Form method="post" action="/identity" className="identity" autoComplete="off">
      <input type="hidden" name="intent" value="group" />
      <h2>For a group</h2>
      <p className="why">
        Everybody answers alone and hands in the line at the end of the answer, without a name. The group is shown as
        counts, and only from {smallest} lines on. Nothing is stored here either.
      </p>
      <div className="field">
        <label htmlFor="identity-lines">Lines, one for each person</label>
        <textarea id="identity-lines" name="lines" rows={6} className="code" maxLength={200_000} />
      </div>
      <button type="submit" className="button">
        Show the group
      </button>
    </Form>
  )
}

export function GroupResult({ group: { group, lines, smallestGroup } }: { group: IdentityGroup }) {
  return (
    <section className="identity-result" aria-labelledby="group-title" role="status">
      <h2 id="group-title">What the group says</h2>
      {group === null ? (
        <p>
          {lines === 0 ? 'No line' : lines === 1 ? 'One line' : `${lines} lines`} with an answer: a group is shown from{' '}
          {smallestGroup} on, so that nobody can be told apart.
        </p>
      ) : (
        <Counts group={group} />
      )}
    </section>
  )
}

function Counts({ group }: { group: NonNullable<IdentityGroup['group']> }) {
  return (
    <>
      <p className="ui muted">n = {group.n} people, as counts.</p>
      <table className="table">
        <caption className="visually-hidden">Answers to the five questions</caption>
        <thead>
          <tr>
            <th scope="col">Question</th>
            <th scope="col" className="number">
              As a bet
            </th>
            <th scope="col" className="number">
              Unsure
            </th>
            <th scope="col" className="number">
              As a badge
            </th>
          </tr>
        </thead>
        <tbody>
          {group.questions.map(({ id, question, counts }) => (
            <tr key={id}>
              <th scope="row">{question}</th>
              <td className="number">{counts.bet}</td>
              <td className="number">{counts.unsure}</td>
              <td className="number">{counts.badge}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <dl className="facts">
        {group.axes.map(({ id, name, counts }) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd>{counts.map((one) => `${one.name} ${one.n}`).join(' · ')}</dd>
          </div>
        ))}
      </dl>
      {group.beliefs.length > 0 ? (
        <>
          <h3>Assumptions</h3>
          <ul>
            {group.beliefs.map(({ key, claim, hold, reject }) => (
              <li key={key}>
                {claim}{' '}
                <span className="muted">
                  {hold} think so, {reject} think not
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {group.near.length > 0 ? (
        <>
          <h3>Nearest to the group</h3>
          <ol>
            {group.near.map(({ slug, title, distance, people }) => (
              <li key={slug}>
                <a href={`/strategies/${slug}`}>{title}</a>{' '}
                <span className="muted">
                  mean distance {distance.toFixed(2)}, over {people} people
                </span>
              </li>
            ))}
          </ol>
        </>
      ) : null}
    </>
  )
}
