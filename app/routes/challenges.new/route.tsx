import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import { attempted, textFields } from '#app/http/refusals.ts'
import { signInFirst } from '#app/http/sign-in-first.ts'
import { limits } from '#domain/text/limits.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? `Challenge ${data.title}` : 'Challenge a version'} · Folkmoot` },
]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams
  const asked = { entry: query.get('entry') ?? '', place: query.get('place') ?? '' }
  return json(await signInFirst(request, context.services.newChallengePage(context.viewer, asked)))
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { services, viewer } = context
  const typed = textFields(await request.formData())
  const { entry = '', place = '', reason = '' } = typed
  const challenge = services.challengeVersion(viewer, { entry, n: Number(typed.n) || 0, place, reason })
  return attempted(challenge, typed, ({ id }) => redirect(`/challenges/${id}`))
}

export default function NewChallengeRoute() {
  const { title, place, path, n, chosen, places } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="page page-narrow">
      <p className="eyebrow">
        <a href={path}>{title}</a> · <a href={`${path}/history`}>History</a>
      </p>
      <h1>
        Challenge version {n} of “{title}”
      </h1>
      <p>
        Say that what is published should be argued again, and why. Its hearing or a thread is opened with your reason,
        the page of the entry says so to every reader, and a moderator answers. You may have one open challenge to an
        entry; you can withdraw it.
      </p>
      <Form method="post">
        <input type="hidden" name="entry" value={place} />
        <input type="hidden" name="n" value={n} />
        <FormRefusal refusal={answer?.refusal} />
        <Field name="place" label="What of it" refusal={answer?.refusal}>
          {(control) => (
            <select {...control} defaultValue={answer?.typed.place ?? chosen}>
              {places.map((one) => (
                <option key={one.place} value={one.place}>
                  {one.label}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field
          name="reason"
          label="Why it should be argued again"
          hint="What has come to light, or what was passed over. It is posted as your first contribution."
          refusal={answer?.refusal}
        >
          {(control) => (
            <textarea
              {...control}
              rows={6}
              required
              maxLength={limits.reason}
              defaultValue={answer?.typed.reason ?? ''}
            />
          )}
        </Field>
        <p className="actions">
          <button type="submit" className="button button-primary">
            Challenge this version
          </button>
          <a className="button" href={path}>
            Back to the entry
          </a>
        </p>
      </Form>
    </div>
  )
}
