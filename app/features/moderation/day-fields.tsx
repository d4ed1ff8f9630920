import { Field } from '#app/components/field.tsx'
import type { Refusal } from '#app/http/refusals.ts'

interface Props {
  /** Days as in `2027-11-24`, or empty. */
  review: string
  expires: string
  refusal: Refusal | undefined
}

/** When a version is to be looked at again, and when it expires. */
export function DayFields({ review, expires, refusal }: Props) {
  return (
    <>
      <Field
        name="review"
        label="Review due on"
        hint="Its authors and the moderators are asked then whether it still stands."
        refusal={refusal}
      >
        {(control) => <input {...control} type="date" defaultValue={review} />}
      </Field>
      <Field
        name="expires"
        label="Expires on (optional)"
        hint="From then on its page and every list say that it should not be relied on, unless it is affirmed."
        refusal={refusal}
      >
        {(control) => <input {...control} type="date" defaultValue={expires} />}
      </Field>
    </>
  )
}
