import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { Day } from '#app/components/day.tsx'
import { Field, FormRefusal } from '#app/components/field.tsx'
import { DayFields } from '#app/features/moderation/day-fields.tsx'
import { attempted, textFields } from '#app/http/refusals.ts'
import { signInFirst } from '#app/http/sign-in-first.ts'
import { limits } from '#domain/text/limits.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? `Review ${data.title}` : 'Review a version'} · Folkmoot` },
]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const place = new URL(request.url).searchParams.get('entry') ?? ''
  return json(await signInFirst(request, context.services.affirmPage(context.viewer, place)))
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { services, viewer } = context
  const typed = textFields(await request.formData())
  const { entry = '', note = '', review, expires } = typed
  const input = { entry, n: Number(typed.n) || 0, note, review, expires }
  return attempted(services.affirmVersion(viewer, input), typed, () => redirect(`/${entry}`))
}

export default function AffirmRoute() {
  const { title, place, path, n, reviewAt, expiresAt, due, expired, review } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="page page-narrow">
      <p className="eyebrow">
        <a href={path}>{title}</a> · <a href={`${path}/history`}>History</a>
      </p>
      <h1>Does version {n} still stand?</h1>
      <p>
        {reviewAt === null
          ? 'No day was set for its review.'
          : due
            ? 'Its review was due on '
            : 'Its review is due on '}
        {reviewAt === null ? null : (
          <>
            <Day at={reviewAt} />.
          </>
        )}{' '}
        {expiresAt === null ? null : (
          <>
            It {expired ? 'expired' : 'expires'} on <Day at={expiresAt} />.
          </>
        )}
      </p>
      <p>
        If it does, say why; the text stays as it is and the day of the next review is set. If it does not,{' '}
        <a href={`/drafts/new?entry=${place}`}>propose a revision</a> or{' '}
        <a href={`/challenges/new?entry=${place}`}>challenge it</a>.
      </p>
      <Form method="post">
        <input type="hidden" name="entry" value={place} />
        <input type="hidden" name="n" value={n} />
        <FormRefusal refusal={answer?.refusal} />
        <Field
          name="note"
          label="Why it still stands"
          hint="What you looked at. It is kept in the record, with the act."
          refusal={answer?.refusal}
        >
          {(control) => (
            <textarea {...control} rows={4} required maxLength={limits.note} defaultValue={answer?.typed.note ?? ''} />
          )}
        </Field>
        <DayFields
          review={answer?.typed.review ?? review}
          expires={answer?.typed.expires ?? ''}
          refusal={answer?.refusal}
        />
        <p className="actions">
          <button type="submit" className="button button-primary">
            Affirm version {n}
          </button>
          <a className="button" href={path}>
            Back to the entry
          </a>
        </p>
      </Form>
    </div>
  )
}
