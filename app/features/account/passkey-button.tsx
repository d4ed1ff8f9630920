import { withNext } from '#app/http/safe-return.ts'
import script from './passkey-sign-in.js?url'

interface PasskeyButtonProps {
  next: string
  /** Set where somebody proves that they are who they are signed in as. */
  confirms?: boolean
}

/** Signs in with a passkey. Browsers offer these to scripts alone, so the script beside it shows the button. */
export function PasskeyButton({ next, confirms = false }: PasskeyButtonProps) {
  return (
    <>
      <form method="post" action={withNext('/sign-in/passkey', next)} className="passkey-form" data-passkey hidden>
        <input type="hidden" name="answer" value="" />
        {confirms ? <input type="hidden" name="confirm" value="yes" /> : null}
        <button className="button" type="submit">
          {confirms ? 'Confirm with a passkey' : 'Sign in with a passkey'}
        </button>
        <p className="field-error" role="status" data-passkey-says />
      </form>
      <script src={script} defer />
    </>
  )
}
