import { Field } from '#app/components/field.tsx'
import { Time } from '#app/components/time.tsx'
import { Qr } from '#app/features/workshops/qr.tsx'
import type { Refusal } from '#app/http/refusals.ts'

type Factor =
  | { state: 'off' }
  | { state: 'begun'; secret: string; qr: { size: number; path: string } }
  | { state: 'on'; since: number; left: number }

/** A second factor: off, being set up with an app, or on. */
export function SecondFactor({ factor, refusal }: { factor: Factor; refusal: Refusal | undefined }) {
  return (
    <section aria-labelledby="factor">
      <h2 id="factor">Second factor</h2>
      <p className="why">
        Codes of an app, asked for after the password. Whoever learns your password does not get in with it alone.
      </p>
      {factor.state === 'on' ? <On since={factor.since} left={factor.left} /> : null}
      {factor.state === 'begun' ? <Begun secret={factor.secret} qr={factor.qr} refusal={refusal} /> : null}
      {factor.state === 'off' ? (
        <form method="post" action="/account/security">
          <button className="button" type="submit" name="intent" value="begin-factor">
            Set up an app
          </button>
        </form>
      ) : null}
    </section>
  )
}

function Begun({
  secret,
  qr,
  refusal,
}: {
  secret: string
  qr: { size: number; path: string }
  refusal: Refusal | undefined
}) {
  return (
    <>
      <p>Let your app read this picture, or type the key into it. Then write the code that it shows.</p>
      <div className="factor-picture">
        <Qr qr={qr} label="The key as a picture for the app" />
      </div>
      <p>
        Key: <code className="token">{secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <form method="post" action="/account/security" className="entry-form">
        <Field name="code" label="First code" refusal={refusal}>
          {(control) => <input {...control} type="text" inputMode="numeric" autoComplete="one-time-code" required />}
        </Field>
        <p className="actions">
          <button className="button button-primary" type="submit" name="intent" value="confirm-factor">
            Turn it on
          </button>
          <button className="button" type="submit" name="intent" value="end-factor" formNoValidate>
            Leave it off
          </button>
        </p>
      </form>
    </>
  )
}

function On({ since, left }: { since: number; left: number }) {
  return (
    <>
      <p>
        <span className="state state-ok">● on</span> since <Time at={since} only="date" />. {left} of your recovery
        codes {left === 1 ? 'is' : 'are'} unused.
      </p>
      <form method="post" action="/account/security">
        <p className="actions">
          <button className="button" type="submit" name="intent" value="new-codes">
            Make new recovery codes
          </button>
          <button className="button" type="submit" name="intent" value="end-factor">
            Turn it off
          </button>
        </p>
      </form>
    </>
  )
}
