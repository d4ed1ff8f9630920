import { Field } from '#app/components/field.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { UnfoldForm } from '#app/features/threads/unfold-form.tsx'

/** Merges this thread into another one that asks the same. */
export function MergeForm({ answer }: { answer: Answer | undefined }) {
  return (
    <UnfoldForm summary="Merge into another thread" hidden={{ intent: 'merge' }} answer={answer}>
      {({ refusal, typed }) => (
        <>
          <p className="ui muted">
            What was said here moves there, with its reactions and those who watch. This address will lead there.
          </p>
          <Field name="into" label="The other thread" hint="Its address, as in /threads/…" refusal={refusal}>
            {(control) => <input {...control} type="text" required defaultValue={typed.into ?? ''} />}
          </Field>
          <button type="submit" className="button">
            Merge threads
          </button>
        </>
      )}
    </UnfoldForm>
  )
}
