import { Form } from '@remix-run/react'
import type { ConsolePage } from '#server/views/workshop-live.ts'

/** The join code, and who came in with it. */
export function ConsolePeople({ page }: { page: ConsolePage }) {
  const { room, people, codeRevoked } = page
  const sits = (table: number | null) => (page.tables?.sitting && table !== null ? `table ${table}` : null)
  const away = people.filter((one) => one.away).length
  return (
    <>
      <Form method="post" className="card" preventScrollReset>
        <h2>Join</h2>
        {codeRevoked ? (
          <p>The code was revoked: nobody new gets in. Who is in stays in.</p>
        ) : (
          <p className="join-code">{room.code}</p>
        )}
        <div className="actions">
          {codeRevoked ? null : (
            <button className="button button-small" name="intent" value="revoke-code" type="submit">
              Revoke the code
            </button>
          )}
          <button className="button button-small" name="intent" value="renew-code" type="submit">
            New code
          </button>
        </div>
      </Form>
      <section className="card" aria-labelledby="people">
        <h2 id="people">
          In the room: {people.length}
          {away > 0 ? `, ${away} away` : ''}
        </h2>
        <ul className="list-plain console-people">
          {people.map(({ actorId, name, guest, facilitator, away, table, mayRemove }) => (
            <li key={actorId}>
              <span>
                <strong>{name}</strong>{' '}
                <span className="muted">
                  {[facilitator ? 'facilitator' : guest ? 'guest' : 'member', sits(table), away ? 'away' : null]
                    .filter((word) => word !== null)
                    .join(', ')}
                </span>
              </span>
              {mayRemove ? (
                <details>
                  <summary>
                    Take out…<span className="visually-hidden"> {name}</span>
                  </summary>
                  <Form method="post" preventScrollReset>
                    <input type="hidden" name="actorId" value={actorId} />
                    <p>They cannot come back. What they said stays.</p>
                    <button className="button button-small button-danger" name="intent" value="remove" type="submit">
                      Take {name} out
                    </button>
                  </Form>
                </details>
              ) : null}
            </li>
          ))}
        </ul>
        <p className="muted">Away is whose page has not asked for anything in two minutes.</p>
      </section>
    </>
  )
}
