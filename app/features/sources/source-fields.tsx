import { useState } from 'react'
import { Field } from '#app/components/field.tsx'
import { useNameable } from '#app/features/sources/nameable.ts'
import type { SourcePart } from '#app/features/sources/typed-sources.ts'
import { sourceName } from '#app/features/sources/typed-sources.ts'
import type { Refusal } from '#app/http/refusals.ts'
import { claimStatuses, defaultStatus } from '#domain/threads/sources.ts'

interface Props {
  fields: Record<string, string>
  change(name: string, value: string): void
  refusal: Refusal | undefined
}

/** One source: an entry of the atlas, or a page on the web. */
export function SourceFields({ fields, change, refusal }: Props) {
  const nameable = useNameable()
  const value = (part: SourcePart) => fields[sourceName(part)] ?? ''
  const bound = (part: SourcePart) => ({
    value: value(part),
    onChange: ({ target }: { target: { value: string } }) => change(sourceName(part), target.value),
  })
  return (
    <fieldset className="source-fields">
      <legend>Source</legend>
      {nameable.length > 0 ? (
        <Field name={sourceName('entry')} label="A source of this atlas" refusal={refusal}>
          {(control) => (
            <select {...control} {...bound('entry')}>
              <option value="">None of them: a page on the web</option>
              {nameable.map(({ slug, title }) => (
                <option key={slug} value={slug}>
                  {title}
                </option>
              ))}
            </select>
          )}
        </Field>
      ) : null}
      {value('entry') === '' ? (
        <>
          <Field name={sourceName('url')} label="Address of the page" refusal={refusal}>
            {(control) => <input {...control} type="text" inputMode="url" {...bound('url')} />}
          </Field>
          <Field name={sourceName('title')} label="Its title" refusal={refusal}>
            {(control) => <input {...control} type="text" {...bound('title')} />}
          </Field>
          <div className="form-row">
            <Field name={sourceName('publisher')} label="Who published it" refusal={refusal}>
              {(control) => <input {...control} type="text" {...bound('publisher')} />}
            </Field>
            <Field name={sourceName('date')} label="On which day" refusal={refusal}>
              {(control) => <input {...control} type="date" {...bound('date')} />}
            </Field>
          </div>
        </>
      ) : null}
      <Field name={sourceName('status')} label="What it is for your claim" refusal={refusal}>
        {(control) => (
          <select {...control} {...bound('status')} value={value('status') || defaultStatus}>
            {claimStatuses.map(({ id, label, description }) => (
              <option key={id} value={id}>
                {label}: {description}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        name={sourceName('archiveHash')}
        label="SHA-256 of an archived copy (optional)"
        hint="64 digits, from whoever keeps the copy. With it a changed page can be told from the one you read."
        refusal={refusal}
      >
        {(control) => (
          <input {...control} type="text" autoComplete="off" spellCheck={false} {...bound('archiveHash')} />
        )}
      </Field>
    </fieldset>
  )
}

/** The same for a form that keeps nothing in the browser. */
export function FreshSourceFields({ typed, refusal }: { typed: Record<string, string>; refusal: Props['refusal'] }) {
  const [fields, setFields] = useState(typed)
  const change: Props['change'] = (name, value) => setFields((before) => ({ ...before, [name]: value }))
  return <SourceFields fields={fields} change={change} refusal={refusal} />
}
