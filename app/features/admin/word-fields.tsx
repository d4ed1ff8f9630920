import { Field } from '#app/components/field.tsx'
import type { Refusal } from '#app/http/refusals.ts'
import { limits } from '#domain/text/limits.ts'

interface WordFieldsProps {
  list: string
  /** As typed, or as it is kept. */
  typed: Record<string, string>
  refusal: Refusal | undefined
}

/** What is said of a word; a tag has no name beside its address. */
export function WordFields({ list, typed, refusal }: WordFieldsProps) {
  const line = (name: string, label: string) => (
    <Field name={name} label={label} refusal={refusal}>
      {(control) => (
        <input {...control} type="text" required maxLength={limits.name} defaultValue={typed[name] ?? ''} />
      )}
    </Field>
  )
  return (
    <>
      {list === 'tag' ? null : line('name', 'Name')}
      {list === 'lever' ? line('positivePull', 'Pulled in the positive direction it is called') : null}
      {list === 'lever' ? line('negativePull', 'Pulled in the negative direction it is called') : null}
      <Field name="description" label="What it means" refusal={refusal}>
        {(control) => (
          <textarea
            {...control}
            rows={3}
            required={list !== 'tag'}
            maxLength={limits.headerField}
            defaultValue={typed.description ?? ''}
          />
        )}
      </Field>
    </>
  )
}
