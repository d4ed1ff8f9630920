import { Field } from '#app/components/field.tsx'
import type { Refusal } from '#app/http/refusals.ts'
import { isOverridable } from '#domain/publishing/conditions.ts'
import type { Requirement } from '#domain/publishing/merge-box.ts'
import { limits } from '#domain/text/limits.ts'

interface OverrideFieldsProps {
  requirements: readonly Requirement[]
  refusal: Refusal | undefined
  typed: Record<string, string> | undefined
}

/** The lines that may be overridden, each to be ticked, and the reason that everybody will read. */
export function OverrideFields({ requirements, refusal, typed }: OverrideFieldsProps) {
  const lines = requirements.filter(isOverridable)
  if (lines.length === 0) return null
  return (
    <fieldset>
      <legend>Publish all the same</legend>
      <p className="why">
        Overriding is for when waiting would do more harm. It stands with its reason on the version, in its history and
        in the record, for good. Objections are not overridden: each needs a disposition.
      </p>
      {lines.map(({ id, words }) => (
        <label key={id} className="choice">
          <input
            type="checkbox"
            name={`override-${id}`}
            value="yes"
            defaultChecked={typed?.[`override-${id}`] === 'yes'}
          />
          <span>Override: {words}</span>
        </label>
      ))}
      <Field name="overrideReason" label="Reason for overriding" hint="Public." refusal={refusal}>
        {(control) => (
          <textarea {...control} rows={2} maxLength={limits.note} defaultValue={typed?.overrideReason ?? ''} />
        )}
      </Field>
    </fieldset>
  )
}
