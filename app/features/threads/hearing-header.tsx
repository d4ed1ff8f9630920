import { Form, Link, useSearchParams } from '@remix-run/react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { answerTo } from '#app/features/threads/answer.ts'
import { Hidden } from '#app/features/threads/hidden.tsx'
import type { Showing } from '#app/features/threads/links.ts'
import { threadHref } from '#app/features/threads/links.ts'
import { PlainText } from '#app/features/threads/plain-text.tsx'
import { SignalChecks } from '#app/features/threads/signal-checks.tsx'
import { useStart } from '#app/features/threads/use-start.ts'
import type { HeaderField } from '#domain/threads/header.ts'
import { headerFields } from '#domain/threads/header.ts'
import type { HearingKind } from '#domain/threads/words.ts'
import type { ThreadPage } from '#server/views/thread-page.ts'

interface HearingHeaderProps {
  kind: HearingKind
  header: Record<string, string>
  checks: ThreadPage['checks']
  mayEdit: boolean
  showing: Showing
  answer: Answer | undefined
}

/** The structured header of a hearing: what exactly is being argued. */
export function HearingHeader({ kind, header, checks, mayEdit, showing, answer }: HearingHeaderProps) {
  const [search] = useSearchParams()
  return (
    <section className="hearing" aria-labelledby="hearing-title">
      <h2 id="hearing-title" className="visually-hidden">
        {kind === 'falsification' ? 'The signal' : 'The threshold'}
      </h2>
      {headerFields[kind].map((field) => (
        <div className="hearing-field" key={field.id} id={`header-${field.id}`}>
          {mayEdit && search.get('field') === field.id ? (
            <FieldForm field={field} text={header[field.id] ?? ''} showing={showing} answer={answer} />
          ) : (
            <FieldText field={field} text={header[field.id]} mayEdit={mayEdit} showing={showing} />
          )}
        </div>
      ))}
      {checks.length > 0 ? <SignalChecks checks={checks} mayAnswer={mayEdit} answer={answer} /> : null}
    </section>
  )
}

function FieldText({
  field,
  text,
  mayEdit,
  showing,
}: {
  field: HeaderField
  text: string | undefined
  mayEdit: boolean
  showing: Showing
}) {
  return (
    <>
      <h3>{field.label}</h3>
      <div>{text ? <PlainText text={text} /> : <p className="hearing-empty">Not written yet. {field.hint}</p>}</div>
      {mayEdit ? (
        <Link to={threadHref(showing, { field: field.id }, `#header-${field.id}`)} preventScrollReset>
          {text ? 'Edit' : 'Write'}
          <span className="visually-hidden"> {field.label}</span>
        </Link>
      ) : null}
    </>
  )
}

function FieldForm({
  field,
  text,
  showing,
  answer,
}: {
  field: HeaderField
  text: string
  showing: Showing
  answer: Answer | undefined
}) {
  const own = answerTo(answer, { intent: 'header', field: field.id })
  const was = useStart(text, own)
  return (
    <Form method="post" className="hearing-wide">
      <Hidden fields={{ intent: 'header', field: field.id, was }} />
      {own?.refusal.field === undefined ? <FormRefusal refusal={own?.refusal} /> : null}
      <Field
        name="text"
        label={field.label}
        hint={`${field.hint} For example: “${field.example}”`}
        refusal={own && { ...own.refusal, field: 'text' }}
      >
        {(control) => <textarea {...control} defaultValue={own?.typed.text ?? text} />}
      </Field>
      <div className="actions">
        <button type="submit" className="button button-primary">
          Save
        </button>
        <Link className="ui" to={threadHref(showing, {}, `#header-${field.id}`)} preventScrollReset>
          Cancel
        </Link>
      </div>
    </Form>
  )
}
