import { Field } from '#app/components/field.tsx'
import { Time } from '#app/components/time.tsx'
import type { Refusal } from '#app/http/refusals.ts'

interface TokenListProps {
  tokens: readonly { id: string; name: string; createdAt: number; expiresAt: number }[]
  mayMake: boolean
  /** The token that was made just now. */
  made: string | undefined
  typed: Partial<Record<string, string>>
  refusal: Refusal | undefined
}

/** API tokens: what each is for, until when it is good, and a way to revoke it. */
export function TokenList({ tokens, mayMake, made, typed, refusal }: TokenListProps) {
  return (
    <section aria-labelledby="tokens">
      <h2 id="tokens">
        API tokens <span className="count">{tokens.length}</span>
      </h2>
      <p className="why">
        A program that has one acts as you. What the API can do is described at{' '}
        <a href="/api/v1/openapi.json">/api/v1/openapi.json</a>.
      </p>
      {made ? (
        <div className="notice notice-ok" role="status">
          <p>Your new token. Copy it now: it is not kept here and cannot be shown again.</p>
          <p>
            <code className="token">{made}</code>
          </p>
        </div>
      ) : null}
      <ul className="list-plain account-list">
        {tokens.map((token) => (
          <li key={token.id} className="account-row">
            <div>
              <strong>{token.name}</strong>
              <br />
              <span className="muted">
                made <Time at={token.createdAt} only="date" />, good until <Time at={token.expiresAt} only="date" />
              </span>
            </div>
            <form method="post">
              <input type="hidden" name="token" value={token.id} />
              <button className="button" type="submit" name="intent" value="revoke-token">
                Revoke<span className="visually-hidden"> the token {token.name}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
      {mayMake ? <TokenForm typed={typed} refusal={refusal} /> : <p>Only members may make tokens.</p>}
    </section>
  )
}

function TokenForm({ typed, refusal }: Pick<TokenListProps, 'typed' | 'refusal'>) {
  return (
    <form method="post" className="entry-form">
      <Field name="tokenName" label="What it is for" refusal={refusal}>
        {(control) => <input {...control} type="text" required defaultValue={typed.tokenName ?? ''} />}
      </Field>
      <Field name="days" label="Good for" refusal={refusal}>
        {(control) => (
          <select {...control} defaultValue={typed.days ?? '30'}>
            <option value="7">7 days</option>
            <option value="30">30 days</option>
            <option value="90">90 days</option>
            <option value="365">a year</option>
          </select>
        )}
      </Field>
      <button className="button" type="submit" name="intent" value="create-token">
        Make a token
      </button>
    </form>
  )
}
