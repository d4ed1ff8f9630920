import { Field } from '#app/components/field.tsx'
import { seeAlsoHint } from '#app/features/sources/see-also.tsx'
import { SourceFields } from '#app/features/sources/source-fields.tsx'
import { hasSource } from '#app/features/sources/typed-sources.ts'
import type { KeptFields } from '#app/features/threads/kept-text.ts'
import type { Refusal } from '#app/http/refusals.ts'

interface Props {
  kept: KeptFields
  /** What the server gave back after a refusal. */
  typed: Record<string, string>
  refusal: Refusal | undefined
}

/** What a contribution that is being written rests on and names, folded until something stands there. */
export function ComposerEvidence({ kept: { fields, restored, change }, typed, refusal }: Props) {
  return (
    <details className="composer-evidence" open={restored || hasSource(typed) || Boolean(typed.seeAlso?.trim())}>
      <summary>Add a source or a link</summary>
      <SourceFields fields={fields} change={change} refusal={refusal} />
      <Field name="seeAlso" label="See also" hint={seeAlsoHint} refusal={refusal}>
        {(control) => (
          <textarea
            {...control}
            className="short"
            rows={2}
            value={fields.seeAlso ?? ''}
            onChange={({ target }) => change('seeAlso', target.value)}
          />
        )}
      </Field>
    </details>
  )
}
