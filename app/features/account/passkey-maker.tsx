import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser'
import { browserSupportsWebAuthn, startRegistration } from '@simplewebauthn/browser'
import type { FormEvent } from 'react'
import { useEffect, useRef, useState } from 'react'
import { Field } from '#app/components/field.tsx'
import type { Refusal } from '#app/http/refusals.ts'

const here = '/account/security'

interface Begun {
  options?: PublicKeyCredentialCreationOptionsJSON
  refusal?: Refusal | null
}

/** Asks the device for a passkey and sends it with its name. Browsers make none without scripts. */
export function PasskeyMaker({ refusal }: { refusal: Refusal | undefined }) {
  const [can, setCan] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  const answer = useRef<HTMLInputElement>(null)
  useEffect(() => setCan(browserSupportsWebAuthn()), [])

  async function make(form: HTMLFormElement) {
    const body = new URLSearchParams({ intent: 'begin-passkey' })
    const reply = await fetch(`${here}?_data=routes%2Faccount_.security`, { method: 'POST', body })
    const { options, refusal } = (await reply.json()) as Begun
    if (!options) throw new Error(refusal?.detail)
    const made = await startRegistration({ optionsJSON: options })
    if (answer.current) answer.current.value = JSON.stringify(made)
    form.submit()
  }

  function begin(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    setWrong(null)
    make(event.currentTarget).catch((error: unknown) => {
      const ours = error instanceof Error && error.name === 'Error' ? error.message : ''
      setWrong(ours || 'No passkey was made. Try again, or choose another device.')
    })
  }

  if (!can) {
    return <p className="muted">Making one needs scripts and a browser that knows passkeys.</p>
  }
  return (
    <form method="post" action={here} className="entry-form" onSubmit={begin}>
      <input type="hidden" name="intent" value="keep-passkey" />
      <input ref={answer} type="hidden" name="answer" />
      <Field name="passkeyName" label="Name of a new passkey" hint="So that you know it again." refusal={refusal}>
        {(control) => <input {...control} type="text" required maxLength={80} placeholder="My phone" />}
      </Field>
      {wrong ? (
        <p className="field-error" role="alert">
          {wrong}
        </p>
      ) : null}
      <button className="button" type="submit">
        Make a passkey
      </button>
    </form>
  )
}
