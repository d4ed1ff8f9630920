import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import { attempted, textFields } from '#app/http/refusals.ts'
import { signInFirst } from '#app/http/sign-in-first.ts'
import { limits } from '#domain/text/limits.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? `Withdraw ${data.title}` : 'Withdraw an entry'} · Folkmoot` },
]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const place = new URL(request.url).searchParams.get('entry') ?? ''
  return json(await signInFirst(request, context.services.withdrawPage(context.viewer, place)))
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { services, viewer } = context
  const typed = textFields(await request.formData())
  const place = typed.entry ?? ''
  return attempted(services.withdrawEntry(viewer, { place, reason: typed.reason ?? '' }), typed, () =>
    redirect(`/${place}/history`),
  )
}

export default function WithdrawRoute() {
  const { title, path, version, relations, people } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="page page-narrow">
      <p className="eyebrow">
        <a href="/moderation">Moderation</a> · <a href={path}>{title}</a>
      </p>
      <h1>Withdraw “{title}”</h1>
      <p>
        Its page will answer that it was withdrawn, with your reason, for everybody and every program. It leaves lists,
        search, feeds and the map of the site. Its versions up to {version} keep their own addresses, and the act stands
        in the record. A revision that a ballot adopts later brings it back.
      </p>
      {relations + people > 0 ? (
        <p>
          Until then its relations to other strategies ({relations}) are not shown, and positions on it ({people}{' '}
          people) have no page to lead to.
        </p>
      ) : null}
      <Form method="post">
        <input type="hidden" name="entry" value={path.slice(1)} />
        <FormRefusal refusal={answer?.refusal} />
        <Field
          name="reason"
          label="Reason"
          hint="Everybody can read it. Say what is wrong, not who."
          refusal={answer?.refusal}
        >
          {(field) => (
            <textarea {...field} rows={4} required maxLength={limits.note} defaultValue={answer?.typed.reason ?? ''} />
          )}
        </Field>
        <p className="actions">
          <button type="submit" className="button button-danger">
            Withdraw this entry
          </button>
          <a className="button" href={path}>
            Leave it published
          </a>
        </p>
      </Form>
    </div>
  )
}
