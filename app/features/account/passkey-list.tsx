import { Time } from '#app/components/time.tsx'
import type { Refusal } from '#app/http/refusals.ts'
import { PasskeyMaker } from './passkey-maker.tsx'

interface PasskeyListProps {
  passkeys: readonly { id: string; name: string; createdAt: number; lastUsedAt: number | null }[]
  refusal: Refusal | undefined
}

/** Passkeys of the account: each with its name, last use, and a way to remove it. */
export function PasskeyList({ passkeys, refusal }: PasskeyListProps) {
  return (
    <section aria-labelledby="passkeys">
      <h2 id="passkeys">
        Passkeys <span className="count">{passkeys.length}</span>
      </h2>
      <p className="why">
        Your device or password manager signs in for you, without e-mail or password. Nobody can phish it out of you.
      </p>
      <ul className="list-plain account-list">
        {passkeys.map(({ id, name, createdAt, lastUsedAt }) => (
          <li key={id} className="account-row">
            <div>
              <strong>{name}</strong>
              <br />
              <span className="muted">
                made <Time at={createdAt} only="date" />,{' '}
                {lastUsedAt === null ? (
                  'not used yet'
                ) : (
                  <>
                    last used <Time at={lastUsedAt} />
                  </>
                )}
              </span>
            </div>
            <form method="post" action="/account/security">
              <input type="hidden" name="passkey" value={id} />
              <button className="button" type="submit" name="intent" value="remove-passkey">
                Remove<span className="visually-hidden"> the passkey {name}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
      <PasskeyMaker refusal={refusal} />
    </section>
  )
}
