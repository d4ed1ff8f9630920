import { Time } from '#app/components/time.tsx'

interface CopyListProps {
  copies: readonly { id: string; askedAt: number; madeAt: number | null; expiresAt: number }[]
}

/** Copies of what is kept about somebody, for them to save. */
export function CopyList({ copies }: CopyListProps) {
  return (
    <section aria-labelledby="copies">
      <h2 id="copies">
        A copy of my data <span className="count">{copies.length}</span>
      </h2>
      <p className="why">
        Everything that is kept about you: profile, preferences, sessions, what you watch, wrote, suggested and said,
        your positions, your votes with their receipts where they can still be told to be yours, and what you were told.
        It can be fetched for seven days, by you alone.
      </p>
      <ul className="list-plain account-list">
        {copies.map(({ id, askedAt, madeAt, expiresAt }) => (
          <li key={id} className="account-row">
            <div>
              <strong>
                Asked for <Time at={askedAt} />
              </strong>
              <br />
              <span className="muted">
                {madeAt === null ? (
                  'being made; load this page again in a minute'
                ) : (
                  <>
                    to be fetched until <Time at={expiresAt} />
                  </>
                )}
              </span>
            </div>
            {madeAt === null ? null : (
              <form method="post" action="/account/data/copy" className="actions">
                <input type="hidden" name="copy" value={id} />
                <button className="button" type="submit" name="form" value="json">
                  JSON
                </button>
                <button className="button" type="submit" name="form" value="md">
                  Markdown
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <form method="post" action="/account/data">
        <button className="button" type="submit" name="intent" value="copy">
          Make a copy
        </button>
      </form>
    </section>
  )
}
