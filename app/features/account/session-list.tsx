import { Time } from '#app/components/time.tsx'

interface SessionListProps {
  sessions: readonly {
    id: string
    device: string
    createdAt: number
    lastSeenAt: number
    expiresAt: number
    own: boolean
  }[]
}

/** Where the account is signed in, each with a way to end it. */
export function SessionList({ sessions }: SessionListProps) {
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">
        Where you are signed in <span className="count">{sessions.length}</span>
      </h2>
      <ul className="list-plain account-list">
        {sessions.map((session) => (
          <li key={session.id} className="account-row">
            <div>
              <strong>{session.device}</strong>{' '}
              {session.own ? <span className="state state-info">● this one</span> : null}
              <br />
              <span className="muted">
                since <Time at={session.createdAt} only="date" />, last used <Time at={session.lastSeenAt} />
              </span>
            </div>
            {session.own ? null : (
              <form method="post">
                <input type="hidden" name="session" value={session.id} />
                <button className="button" type="submit" name="intent" value="revoke-session">
                  End<span className="visually-hidden"> the session of {session.device}</span>
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <form method="post">
          <button className="button" type="submit" name="intent" value="revoke-other-sessions">
            End all others
          </button>
        </form>
      ) : null}
    </section>
  )
}
