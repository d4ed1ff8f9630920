import { Field, FormRefusal } from '#app/components/field.tsx'
import type { Refusal } from '#app/http/refusals.ts'

/** The box for a join code. */
export function CodeForm({ refusal, code }: { refusal: Refusal | undefined; code: string }) {
  return (
    <form method="get" action="/join">
      <FormRefusal refusal={refusal?.field === 'code' ? undefined : refusal} />
      <Field name="code" label="Code" hint="Three letters and four digits, as in ABC-4827." refusal={refusal}>
        {(control) => (
          <input
            {...control}
            type="text"
            className="room-code"
            defaultValue={code}
            required
            autoCapitalize="characters"
            autoComplete="off"
            spellCheck={false}
          />
        )}
      </Field>
      <button type="submit" className="button button-primary">
        Go on
      </button>
    </form>
  )
}
