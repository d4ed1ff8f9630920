import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import { Comparison } from '#app/features/versions/comparison.tsx'
import { attempted, textFields } from '#app/http/refusals.ts'
import { signInFirst } from '#app/http/sign-in-first.ts'
import { limits } from '#domain/text/limits.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? `Keep a variant of ${data.entry.title}` : 'Keep a variant'} · Folkmoot` },
]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  return json(await signInFirst(request, context.services.variantPage(context.viewer, params.id ?? '')))
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const typed = textFields(await request.formData())
  const keeping = context.services.keepVariant(context.viewer, {
    draftId: params.id ?? '',
    name: typed.name,
    note: typed.note,
  })
  return attempted(keeping, typed, ({ path }) => redirect(path, 303))
}

export default function VariantRoute() {
  const { draft, entry, variants, fault, comparison } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const refusal = answer?.refusal
  return (
    <div className="page page-narrow">
      <p className="eyebrow">
        <a href="/moderation">Moderation</a> · <a href={`/drafts/${draft.id}`}>Draft: {draft.title}</a>
      </p>
      <h1>Keep this text as a minority variant of “{entry.title}”</h1>
      <p>
        The text that was voted on and not adopted gets a version number and an address of its own. It never becomes the
        current text: the page of the entry leads to it beside the minority notes, and says what it is.
      </p>
      {variants.length > 0 ? (
        <p className="ui">
          Kept already:{' '}
          {variants.map(({ n, name }, i) => (
            <span key={n}>
              {i > 0 ? ', ' : ''}
              <a href={`${entry.path}/v/${n}`}>{name}</a>
            </span>
          ))}
          .
        </p>
      ) : null}
      {fault ? (
        <div className="notice notice-warn" role="note">
          <p>
            {fault} <a href={`/drafts/${draft.id}`}>Back to the draft</a>
          </p>
        </div>
      ) : (
        <Form method="post">
          <FormRefusal refusal={refusal?.field ? undefined : refusal} />
          <Field name="name" label="Name of the variant" hint="Such as “without the deadline”." refusal={refusal}>
            {(field) => (
              <input
                {...field}
                type="text"
                required
                maxLength={limits.name}
                autoComplete="off"
                defaultValue={answer?.typed.name ?? ''}
              />
            )}
          </Field>
          <Field
            name="note"
            label="Why it is kept"
            hint="Everybody can read it in the history of the entry."
            refusal={refusal}
          >
            {(field) => (
              <textarea {...field} rows={3} required maxLength={limits.note} defaultValue={answer?.typed.note ?? ''} />
            )}
          </Field>
          <p className="actions">
            <button type="submit" className="button button-primary">
              Keep the variant
            </button>
            <a className="button" href={`/drafts/${draft.id}`}>
              Leave it as it is
            </a>
          </p>
        </Form>
      )}
      {comparison ? (
        <>
          <h2>How it differs from the current text</h2>
          <Comparison comparison={comparison} />
        </>
      ) : null}
    </div>
  )
}
